import { and, eq, sql } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import {
  taxonomyImports,
  taxonomyProfessions,
  taxonomySkills,
  taxonomyStagedConcepts,
  taxonomyStagedLinks,
} from '#db/schema/taxonomy.ts'
import type { Tx } from '../../shared/with-actor.server.ts'
import type { LabelLocale } from '../labels.ts'
import type { Pillar } from './esco-file.ts'
import type { StagedConcept, StagedLink } from './read-record.ts'
import { RefusedFile } from './refused-file.ts'

export type ImportRun = { id: string; progress: Record<string, number> }
export type Batch<T> = { file: string; rows: readonly (T & { line: number })[]; readSoFar: number }

/** The import of these very files that was stopped before its end, or a new one: then nothing is staged. */
export async function openRun(tx: Tx, fingerprint: string): Promise<ImportRun> {
  const [stopped] = await tx.select().from(taxonomyImports).where(eq(taxonomyImports.state, 'staging'))
  if (stopped?.fingerprint === fingerprint) return { id: stopped.id, progress: stopped.progress }
  await clearStaging(tx)
  const id = newId()
  await tx.insert(taxonomyImports).values({ id, fingerprint, state: 'staging', startedAt: now() })
  return { id, progress: {} }
}

/** Forgets what was read, and the import if it has not ended. */
export async function clearStaging(tx: Tx): Promise<void> {
  await tx.delete(taxonomyStagedConcepts).where(sql`true`)
  await tx.delete(taxonomyStagedLinks).where(sql`true`)
  await tx.delete(taxonomyImports).where(eq(taxonomyImports.state, 'staging'))
}

/** ESCO's UUID → our code, for the curated entries that stand for one of ESCO's concepts. */
export async function curatedCodes(tx: Tx): Promise<Map<string, string>> {
  const rows = await Promise.all(
    [taxonomySkills, taxonomyProfessions].map((table) =>
      tx
        .select({ code: table.code, uri: table.escoUri })
        .from(table)
        .where(and(eq(table.origin, 'curated'), sql`${table.escoUri} is not null`)),
    ),
  )
  return new Map(rows.flat().map(({ code, uri }) => [uri?.split('/').at(-1)?.toLowerCase() ?? '', code]))
}

const remember = (tx: Tx, run: ImportRun, { file, readSoFar }: Batch<unknown>) =>
  tx
    .update(taxonomyImports)
    .set({ progress: sql`${taxonomyImports.progress} || ${JSON.stringify({ [file]: readSoFar })}::jsonb` })
    .where(eq(taxonomyImports.id, run.id))

/**
 * Stages concepts of one language and how far their file has come, in one transaction.
 * @throws RefusedFile where a concept stands in the file twice.
 */
export async function stageConcepts(
  tx: Tx,
  run: ImportRun,
  { pillar, locale }: { pillar: Pillar; locale: LabelLocale },
  batch: Batch<StagedConcept>,
): Promise<void> {
  const staged = await tx.execute<{ line: number }>(sql`
    insert into ${taxonomyStagedConcepts} (pillar, locale, code, uri, label, alt, folded, isco, file, line)
    select ${pillar}, ${locale}, r.code, r.uri, r.label, r.alt, r.folded, r.isco, ${batch.file}, r.line
    from jsonb_to_recordset(${JSON.stringify(batch.rows)}::jsonb)
      as r(code text, uri text, label text, alt text[], folded text, isco text, line int)
    on conflict do nothing returning line`)
  if (staged.length < batch.rows.length) {
    const lines = new Set(staged.map(({ line }) => line))
    const twice = batch.rows.find(({ line }) => !lines.has(line))
    const t = taxonomyStagedConcepts
    const [first] = await tx
      .select({ line: t.line })
      .from(t)
      .where(and(eq(t.pillar, pillar), eq(t.locale, locale), eq(t.code, twice?.code ?? '')))
    throw new RefusedFile(
      batch.file,
      twice?.line ?? null,
      `${twice?.uri ?? ''} stands in row ${String(first?.line)} already`,
    )
  }
  await remember(tx, run, batch)
}

/** Stages relations and how far their file has come, in one transaction. A relation that is said twice counts once. */
export async function stageLinks(tx: Tx, run: ImportRun, batch: Batch<StagedLink>): Promise<void> {
  await tx.execute(sql`
    insert into ${taxonomyStagedLinks} (from_code, kind, to_code, file, line)
    select r."from", r.kind, r."to", ${batch.file}, r.line
    from jsonb_to_recordset(${JSON.stringify(batch.rows)}::jsonb) as r("from" text, kind text, "to" text, line int)
    on conflict do nothing`)
  await remember(tx, run, batch)
}
