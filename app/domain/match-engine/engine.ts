import type { BlockedVerdict, NegotiableConstraint, Verdict } from '../matching/constraints.ts'
import type { Score } from '../matching/score.ts'
import type { MatchOpening } from '../matching/types.ts'
import type { CandidateId, CompanyId, OpeningId, OrganisationId } from '../shared/ids.ts'

/** A person of the actor's own organisation whom the opening admits. */
export type RankedMatch = {
  candidateId: CandidateId
  code: string
  /** 1 for the first among the people of her organisation: a place in the whole network would tell of others. */
  position: number
  score: Score
  verdicts: Verdict[]
}

/** The one negotiable verdict that keeps somebody out. */
export type NearMissVerdict = Extract<BlockedVerdict, { constraint: NegotiableConstraint }>

/** A person of the actor's own organisation blocked by exactly one negotiable constraint. */
export type NearMissPerson = { candidateId: CandidateId; code: string; verdict: NearMissVerdict }

/** Everybody whom one constraint alone keeps out: own people longest waiting first, of others only how many. */
export type NearMissGroup = {
  constraint: NegotiableConstraint
  own: NearMissPerson[]
  ownTotal: number
  others: number
}

/** Who an opening admits. Of other organisations' people nothing leaves but their number. */
export type MatchResult = {
  /** The page that was asked for, best first. */
  own: RankedMatch[]
  ownTotal: number
  others: number
  /** Constraints that keep nobody out alone are left out; the order is that of the constraints. */
  nearMisses: NearMissGroup[]
}

export type MatchPage = {
  offset?: number
  /** People shown of those admitted, 20 unless told otherwise. */
  limit?: number
  /** People shown of each group of near misses, 20 unless told otherwise. */
  nearMissLimit?: number
}

/** An opening that admits a person. */
export type RankedOpening = {
  openingId: OpeningId
  companyId: CompanyId
  position: number
  score: Score
  verdicts: Verdict[]
}

export type Person = { orgId: OrganisationId; candidateId: CandidateId }

/** `lagSeconds` is by how much the engine trails the database. */
export type EngineHealth = { engine: 'postgresql'; ready: boolean; lagSeconds: number }

/**
 * What a matching engine does. An engine holds no truth: all of them give the answers of the pure rules over the rows
 * of PostgreSQL. `Tx` is a transaction in which it is known who is acting.
 */
export type MatchEngine<Tx> = {
  /** Whom an opening, posted or edited in thought, admits today, and whom one thing alone keeps out. */
  match: (tx: Tx, opening: MatchOpening, page?: MatchPage) => Promise<MatchResult>
  /** Which open openings admit a person today, best first; none for a person who is not in the engine. */
  openingsFor: (tx: Tx, person: Person) => Promise<RankedOpening[]>
  health: (tx: Tx) => Promise<EngineHealth>
}
