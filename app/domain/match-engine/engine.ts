import type { BlockedVerdict, NegotiableConstraint, Verdict } from '../matching/constraints.ts'
import type { Score } from '../matching/score.ts'
import type { MatchOpening } from '../matching/types.ts'
import type { Edit } from '../matching/what-if/edits.ts'
import type { PlanEdit } from '../matching/what-if/plan-edits.ts'
import type { SearchPage, SearchQuery, SearchResult } from '../search/result.ts'
import type { CandidateId, CompanyId, OpeningId, OrganisationId } from '../shared/ids.ts'

/** How many people: of the actor's own organisation (for our own processes everybody), and of all others together. */
export type Count = { own: number; others: number }

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

/** How many people one constraint alone keeps out. */
export type NearMissGroup = { constraint: NegotiableConstraint } & Count

/** One concrete edit of the opening and how many people it would newly admit, counted exactly. */
export type WhatIf = { edit: Edit; gain: Count }

/** Who an opening admits. Of other organisations' people nothing leaves but their number. */
export type MatchResult = {
  /** The page that was asked for, best first, each explained. */
  own: RankedMatch[]
  /** All own people admitted, best first, at most `MOST_RANKED`; `total` is the score. */
  ranking: { candidateId: CandidateId; total: number }[]
  admitted: Count
  /** Constraints that keep nobody out alone are left out; the order is that of the constraints. */
  nearMisses: NearMissGroup[]
  /** Every edit of the catalogue that changes this opening, the greatest gain first. */
  whatIfs: WhatIf[]
  /** Which engine answered. */
  answeredBy: EngineName
}

export type MatchPage = {
  offset?: number
  /** People shown of those admitted, 20 unless told otherwise. */
  limit?: number
}

/** The longest ranking an engine gives. */
export const MOST_RANKED = 2_000

/** An opening that admits a person. */
export type RankedOpening = {
  openingId: OpeningId
  companyId: CompanyId
  position: number
  score: Score
  verdicts: Verdict[]
}

/** An opening that one negotiable constraint alone keeps a person from. */
export type NearMissOpening = { openingId: OpeningId; companyId: CompanyId; verdict: NearMissVerdict }

/** The openings that one constraint alone keeps a person from, those that would fit her best first. */
export type NearMissOpenings = { constraint: NegotiableConstraint; openings: NearMissOpening[] }

/** One step of a person's plan and the openings it would newly open to her, best first. */
export type PlanWhatIf = { edit: PlanEdit; openings: OpeningId[] }

/** The open openings as one person's life meets them. */
export type OpeningsForPerson = {
  /** Those that admit her today, best first. */
  admitting: RankedOpening[]
  /** In the order of the constraints; those that keep her from nothing alone are left out. */
  nearMisses: NearMissOpenings[]
  /** Every step of the catalogue that opens something, the one that opens most first. */
  plan: PlanWhatIf[]
}

export type Person = { orgId: OrganisationId; candidateId: CandidateId }

export type EngineName = 'postgresql' | 'meilisearch'

/** How many match rows were not as the profiles say and are now, and how many entries the search box has. */
export type Rebuilt = { written: number; removed: number; entries: number }

/** `lagSeconds` is by how much the engine trails the database. */
export type EngineHealth = { engine: EngineName; ready: boolean; lagSeconds: number }

/**
 * What a matching engine does. An engine holds no truth: all of them give the answers of the pure rules over the rows
 * of PostgreSQL. `Tx` is a transaction in which it is known who is acting; our own processes (system) rank the whole
 * network, a case manager the people of her organisation.
 *
 * Nobody indexes or removes a person by hand: her rows are kept by the database in the transaction of her profile, and
 * an index elsewhere is taught from the changes noted there.
 */
export type MatchEngine<Tx> = {
  /** Whom an opening, posted or edited in thought, admits today, whom one thing alone keeps out, and what would help. */
  match: (tx: Tx, opening: MatchOpening, page?: MatchPage) => Promise<MatchResult>
  /** Own people, by code, whom one constraint alone keeps out: longest waiting first, at most `limit`. */
  nearMisses: (
    tx: Tx,
    opening: MatchOpening,
    constraint: NegotiableConstraint,
    limit?: number,
  ) => Promise<NearMissPerson[]>
  /** Own people, by code, whom an edit would newly admit: best first for the edited opening, at most `limit`. */
  whatIf: (tx: Tx, opening: MatchOpening, edit: Edit, limit?: number) => Promise<RankedMatch[]>
  /**
   * Which open openings admit a person today, which one thing alone keeps from her, and what in her plan would open how
   * many; nothing for a person who is not in the engine.
   */
  openingsFor: (tx: Tx, person: Person) => Promise<OpeningsForPerson>
  /** Openings, companies, stories, professions and skills found by what was typed, among what the actor may see. */
  search: (tx: Tx, query: SearchQuery, page: SearchPage) => Promise<SearchResult>
  /**
   * Derives everything that the engine keeps from the rows of the database again, in the caller's transaction: who asks
   * meanwhile is answered from before or from after. An index elsewhere is rebuilt beside the old one by the worker.
   * @throws DomainError forbidden for anybody but our own processes.
   */
  rebuild: (tx: Tx) => Promise<Rebuilt>
  health: (tx: Tx) => Promise<EngineHealth>
}
