import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import type { BestAdvice } from './advice-words.ts'
import { advised } from '../network/advice.ts'
import { readGuidance } from '../network/read-guidance.server.ts'
import { loadParts } from '../openings/load-facts.server.ts'
import { toMatchOpening } from '../openings/to-match-opening.server.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * The change that helps most, of those that an opening could make at all, by the general guidance of the last frozen month:
 * what every company may read. Nobody who is in the engine today is counted, so that nothing can be probed with it.
 */
export async function bestAdvice(tx: Tx, id: OpeningId): Promise<BestAdvice | null> {
  const guidance = await readGuidance(tx)
  if (guidance.size === 0) return null
  const [row] = await tx
    .select({ opening: openings, vatId: companies.vatId, sector: companies.sector })
    .from(openings)
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(eq(openings.id, id))
  const parts = (await loadParts(tx, [id])).get(id) ?? { skills: [], shifts: [] }
  const opening = row && toMatchOpening(row.opening, { ...row, people: [] }, parts)
  if (!opening) return null
  const fitting = [...guidance].filter(([advice]) => advised(opening, advice) !== null)
  const [best] = fitting.toSorted(([, a], [, b]) => Number(b === 'many_more') - Number(a === 'many_more'))
  return best ? { advice: best[0], reach: best[1] } : null
}
