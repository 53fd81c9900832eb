import { inArray, or, sql } from 'drizzle-orm'
import { openings, openingSkills } from '#db/schema/openings.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { labelEntry, labelIds } from './label-entries.server.ts'
import type { LabelToIndex } from './label.ts'
import { textList } from './lists.server.ts'
import { labelsToIndex, labelsToRemove } from './offered-labels.server.ts'
import { openingEntries } from './opening-entries.server.ts'
import { removeEntries, writeEntries } from './write-entries.server.ts'

/** An import brings tens of thousands: a part of them at a time fits into memory. */
const PAGE = 2_000

type Named = Pick<LabelToIndex, 'kind' | 'code'>

const codesOf = (labels: readonly Named[], kind: Named['kind']) =>
  labels.filter((label) => label.kind === kind).map(({ code }) => code)

async function reindexOpeningsWith(tx: Tx, labels: readonly Named[]): Promise<void> {
  const asking = tx
    .select({ id: openingSkills.openingId })
    .from(openingSkills)
    .where(sql`${openingSkills.skillCode} = any(${textList(codesOf(labels, 'skill'))})`)
  const naming = sql`${openings.professionCode} = any(${textList(codesOf(labels, 'profession'))})`
  await writeEntries(tx, await openingEntries(tx, or(inArray(openings.id, asking), naming)))
}

/**
 * Writes the entries of skills and professions that are missing or tell former names; `then` is told of each part.
 * @returns how many it wrote.
 */
export async function writeLabels(
  tx: Tx,
  then: (part: readonly Named[]) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  let written = 0
  for (;;) {
    const part = await labelsToIndex(tx, PAGE)
    if (part.length === 0) return written
    await writeEntries(tx, part.map(labelEntry))
    await then(part)
    written += part.length
  }
}

/**
 * Brings the entries of skills and professions to what the taxonomy offers, and those of the openings that name a changed
 * one. Whoever changes the taxonomy calls it in the same transaction; with nothing changed it writes nothing.
 * @returns how many labels were written or taken out.
 */
export async function indexLabels(tx: Tx): Promise<number> {
  const written = await writeLabels(tx, (page) => reindexOpeningsWith(tx, page))
  const gone = await labelsToRemove(tx)
  if (gone.length === 0) return written
  await removeEntries(tx, [
    ...labelIds('skill', codesOf(gone, 'skill')),
    ...labelIds('profession', codesOf(gone, 'profession')),
  ])
  await reindexOpeningsWith(tx, gone)
  return written + gone.length
}
