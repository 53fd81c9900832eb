import { sql, type SQL } from 'drizzle-orm'
import { profiles } from '#db/schema/candidates.ts'
import { constraints, negotiable, type Constraint } from '../../matching/constraints.ts'
import type { IsoDate, MatchOpening } from '../../matching/types.ts'
import { conditionOf } from './constraint-conditions.server.ts'

/** The bit of a constraint in what blocks a person. */
export const bitOf = (constraint: Constraint): number => 1 << constraints.indexOf(constraint)

/** Nothing blocks. */
export const ADMITTED = 0

/** Masks of those who are shown: the admitted, and the near misses by each negotiable constraint. */
export const shownMasks: readonly number[] = [ADMITTED, ...negotiable.map(bitOf)]

/**
 * Everybody in the engine with what blocks her for an opening, one bit a constraint. A condition that can't be told
 * (null) counts as blocked.
 */
export function judgedPeople(opening: MatchOpening, today: IsoDate): SQL {
  const bits = constraints.map(
    (name) => sql`case when ${conditionOf[name](opening, today)} then 0 else ${bitOf(name)}::int end`,
  )
  return sql`select ${profiles.orgId}, ${profiles.candidateId}, ${profiles.waitingSince},
    ${sql.join(bits, sql` + `)} as blocked
    from ${profiles} where ${profiles.matchable}`
}
