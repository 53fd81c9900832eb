import { inArray, or, sql } from 'drizzle-orm'
import { openings, openingSkills } from '#db/schema/openings.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { labelEntry, labelIds } from './label-entries.server.ts'
import type { LabelToIndex } from './label.ts'
import { textList } from './lists.server.ts'
import { labelsToIndex, labelsToRemove } from './offered-labels.server.ts'
import { openingEntries } from './opening-entries.server.ts'
import { removeEntries, writeEntries } from './write-entries.server.ts'

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
 * Brings the entries of skills and professions to what the taxonomy offers, and those of the openings that name a changed
 * one. Whoever changes the taxonomy calls it in the same transaction; with nothing changed it writes nothing.
 * @returns how many labels were written or taken out.
 */
export async function indexLabels(tx: Tx): Promise<number> {
  const changed = await labelsToIndex(tx)
  const gone = await labelsToRemove(tx)
  await writeEntries(tx, changed.map(labelEntry))
  await removeEntries(tx, [
    ...labelIds('skill', codesOf(gone, 'skill')),
    ...labelIds('profession', codesOf(gone, 'profession')),
  ])
  if (changed.length + gone.length > 0) await reindexOpeningsWith(tx, [...changed, ...gone])
  return changed.length + gone.length
}
