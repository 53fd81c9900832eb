import { eq, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { taxonomyImports } from '#db/schema/taxonomy.ts'
import { audit } from '../../audit/record.server.ts'
import { type Tx, withActor } from '../../shared/with-actor.server.ts'
import { newVersion } from '../version.server.ts'
import { writeCurated } from '../write-curated.server.ts'
import { applyLinks, linkKindsOf } from './apply-links.server.ts'
import { checkStaged } from './check-staged.server.ts'
import { applyConcepts, conceptChanges, offered } from './concept-changes.server.ts'
import type { Pillar } from './esco-file.ts'
import { fingerprintOf } from './fingerprint.server.ts'
import type { ImportReport } from './import-report.ts'
import { RefusedFile } from './refused-file.ts'
import { IMPORTER, type Source, stageFile } from './stage-file.server.ts'
import { clearStaging, curatedCodes, type ImportRun, openRun } from './staging.server.ts'

/** Imports come one at a time. Any number will do. */
const ONE_AT_A_TIME = 5_202_614

/** A file of which a tenth of the known concepts is missing was more likely cut off than published. */
const MOST_RETIRED = 0.1

/** The one transaction that everybody sees writes some 150,000 rows. */
const SWITCH_TIMEOUT = '5min'

export type ImportOptions = {
  /** Says what would change and changes nothing. */
  dryRun?: boolean
  /** Takes in also what would retire more than a tenth of a list. */
  acceptRetired?: boolean
  /** Told of each file once it is staged, with the rows it has; `resumed` of them stood there from a stopped import. */
  onFile?: (name: string, rows: number, resumed: number) => void
  /** What follows the taxonomy, in the transaction that switches. */
  onSwitch?: (tx: Tx) => Promise<unknown>
}

/**
 * Takes official ESCO files into the taxonomy. They are staged in batches beside what people see; one transaction then
 * switches. An import that was stopped goes on where it was when it is called again with the same files; one that is
 * refused leaves nothing.
 * @returns what changed, or would change.
 * @throws RefusedFile with file, row and reason.
 */
export async function importEsco(
  sources: readonly Source[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  // The lock goes with its connection, so that a killed import holds nobody up.
  return withActor(IMPORTER, async (holder) => {
    // It waits for all the files to be read, which takes longer than a transaction may rest.
    const [lock] = await holder.execute<{ ours: boolean }>(
      sql`select pg_try_advisory_xact_lock(${ONE_AT_A_TIME}) as ours,
        set_config('idle_in_transaction_session_timeout', '0', true)`,
    )
    if (!lock?.ours) throw new RefusedFile('taxonomy', null, 'another import is under way')
    try {
      return await run(sources, options)
    } catch (error) {
      // What a fault of the machine has stopped may go on later; what was refused would be refused again.
      if (error instanceof RefusedFile) await withActor(IMPORTER, clearStaging)
      throw error
    }
  })
}

async function run(sources: readonly Source[], options: ImportOptions): Promise<ImportReport> {
  const fingerprint = await fingerprintOf(sources)
  await withActor(IMPORTER, writeCurated)
  const curated = await withActor(IMPORTER, curatedCodes)
  const opened = await withActor(IMPORTER, (tx) => openRun(tx, fingerprint))
  for (const source of sources) {
    const rows = await stageFile(source, opened, curated)
    options.onFile?.(source.name, rows, opened.progress[source.name] ?? 0)
  }
  const pillars = new Set<Pillar>(
    sources.flatMap(({ file }) => (file.content === 'concepts' ? [file.pillar] : [])),
  )
  await withActor(IMPORTER, (tx) => checkStaged(tx, pillars))
  return switchOver(sources, pillars, opened, options)
}

/** Carries a report out of a transaction that is to leave nothing. */
class OnlyAsked extends Error {
  constructor(readonly report: ImportReport) {
    super('dry run')
  }
}

async function switchOver(
  sources: readonly Source[],
  pillars: ReadonlySet<Pillar>,
  opened: ImportRun,
  { dryRun = false, acceptRetired = false, onSwitch }: ImportOptions,
): Promise<ImportReport> {
  try {
    return await withActor(IMPORTER, async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${SWITCH_TIMEOUT}, true)`)
      const report: ImportReport = { concepts: {}, links: [] }
      for (const pillar of pillars) {
        const changes = await conceptChanges(tx, pillar)
        report.concepts[pillar] = changes
        if (!acceptRetired) await refuseLoss(tx, pillar, changes.retired.count)
        await applyConcepts(tx, pillar, now())
      }
      for (const kind of sources.flatMap(({ file }) => linkKindsOf(file)))
        report.links.push(await applyLinks(tx, kind))
      if (dryRun) throw new OnlyAsked(report)
      await onSwitch?.(tx)
      await finish(tx, opened, report)
      return report
    })
  } catch (error) {
    if (!(error instanceof OnlyAsked)) throw error
    await withActor(IMPORTER, clearStaging)
    return error.report
  }
}

async function refuseLoss(tx: Tx, pillar: Pillar, retired: number): Promise<void> {
  const known = await offered(tx, pillar)
  if (retired <= known * MOST_RETIRED) return
  throw new RefusedFile(
    `${pillar}s`,
    null,
    `${retired} of ${known} known ones are not in the files, as if these had been cut off; if they are whole, say --accept-retired`,
  )
}

async function finish(tx: Tx, opened: ImportRun, report: ImportReport): Promise<void> {
  await tx
    .update(taxonomyImports)
    .set({ state: 'done', endedAt: now(), report })
    .where(eq(taxonomyImports.id, opened.id))
  await clearStaging(tx)
  await newVersion(tx)
  await audit(tx, { action: 'taxonomy.imported', subjectType: 'taxonomy', subjectId: opened.id })
}
