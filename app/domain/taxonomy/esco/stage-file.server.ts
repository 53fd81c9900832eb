import { system } from '../../shared/actor.ts'
import { withActor } from '../../shared/with-actor.server.ts'
import { columnsOf, type EscoFile } from './esco-file.ts'
import { readCsv } from './read-csv.server.ts'
import { type Fields, type Read, readConcept, readLink } from './read-record.ts'
import { RefusedFile } from './refused-file.ts'
import { type Batch, type ImportRun, stageConcepts, stageLinks } from './staging.server.ts'

export type Source = { path: string; name: string; file: EscoFile }

/** Rows staged in one transaction. Twice as many gain nothing; a kill loses at most these. */
const BATCH = 2_000

/** Whose transactions the import's are. */
export const IMPORTER = system('taxonomy-import')

/**
 * Reads a file into the staging tables, from where the run has come to.
 * @returns the rows that the file has.
 * @throws RefusedFile at the first row that can't be right.
 */
export async function stageFile(
  source: Source,
  run: ImportRun,
  curated: ReadonlyMap<string, string>,
): Promise<number> {
  const { file, name } = source
  const ours = (code: string) => curated.get(code) ?? code
  if (file.content === 'concepts')
    return inBatches(source, run, {
      read: (fields) => readConcept(fields, file.pillar),
      save: (batch) =>
        withActor(IMPORTER, (tx) =>
          stageConcepts(tx, run, file, {
            ...batch,
            rows: batch.rows.map((row) => ({ ...row, code: ours(row.code) })),
          }),
        ),
    })
  return inBatches(source, run, {
    read: (fields) => readLink(fields, file),
    save: ({ rows, readSoFar }) =>
      withActor(IMPORTER, (tx) =>
        stageLinks(tx, run, {
          file: name,
          readSoFar,
          rows: rows.map((row) => ({ ...row, from: ours(row.from), to: ours(row.to) })),
        }),
      ),
  })
}

type Work<T> = { read: (fields: Fields) => Read<T>; save: (batch: Batch<T>) => Promise<void> }

async function inBatches<T extends object>(
  { path, name, file }: Source,
  run: ImportRun,
  { read, save }: Work<T>,
): Promise<number> {
  const begun = run.progress[name] ?? 0
  let readSoFar = 0
  let rows: (T & { line: number })[] = []
  const flush = async () => {
    if (readSoFar > begun) await save({ file: name, rows, readSoFar })
    rows = []
  }
  for await (const { line, fields } of readCsv({ path, name, columns: columnsOf(file) })) {
    readSoFar += 1
    if (readSoFar <= begun) continue
    const one = read(fields)
    if ('fault' in one) throw new RefusedFile(name, line, one.fault)
    if (one.is) rows.push({ ...one.is, line })
    if (rows.length === BATCH) await flush()
  }
  await flush()
  return readSoFar
}
