import { negotiable, type NegotiableConstraint } from '../../matching/constraints.ts'

/** Each constraint's facts lie in the lower half of a code, its place among the negotiable, from 1, above. */
export const ROOM = 65_536

/** How many people share a code: 0 for the admitted, else what blocks them, alone, and what would unblock them. */
export type CodeCount = { code: number; people: number; own: number }

/** What a code says: the one constraint that blocks, null for the admitted, and its facts (see near-misses.server.ts). */
export const readCode = (code: number): { constraint: NegotiableConstraint | null; facts: number } => ({
  constraint: negotiable[Math.floor(code / ROOM) - 1] ?? null,
  facts: code % ROOM,
})

/** Added to the facts of `start` where she may not lawfully work yet either: not a near miss, but a later start helps. */
export const NOT_YET_ALLOWED = 4
/** Facts of `licence`. */
export const NO_LICENCE = 1
export const NO_VEHICLE = 2
/** Facts of `skills` where one alone is missing: this and its place among the required, from 1. */
export const ONE_SKILL = 256
