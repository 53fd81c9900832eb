import { and, eq, inArray } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { authorise } from '../access/authorise.server.ts'
import { localDate } from '../calendar/rome.ts'
import { loadMatchProfiles } from '../candidates/to-match-profile.server.ts'
import { evaluate, nearMiss, negotiable } from '../matching/constraints.ts'
import { rank, score } from '../matching/score.ts'
import type { IsoDate, MatchOpening, MatchProfile } from '../matching/types.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { MatchPage, MatchResult, NearMissPerson, RankedMatch } from './engine.ts'
import { judgePeople } from './judge-people.server.ts'
import { ADMITTED, bitOf } from './postgres-sql/judged-people.server.ts'

const PAGE = 20

type Codes = ReadonlyMap<CandidateId, string>

async function codesOf(tx: Tx, orgId: OrganisationId, ids: readonly CandidateId[]): Promise<Codes> {
  const rows = await tx
    .select({ id: candidates.id, code: candidates.code })
    .from(candidates)
    .where(and(eq(candidates.orgId, orgId), inArray(candidates.id, [...ids])))
  return new Map(rows.map(({ id, code }) => [id, code]))
}

/** The admitted in the order of the pure score, one page of them with their verdicts. */
function ranked(
  opening: MatchOpening,
  people: readonly MatchProfile[],
  today: IsoDate,
  { offset = 0, limit = PAGE }: MatchPage,
): Omit<RankedMatch, 'code'>[] {
  const scored = people.map((profile) => ({
    id: profile.candidateId as CandidateId,
    waitingSince: profile.waitingSince,
    score: score(opening, profile, today),
    profile,
  }))
  return rank(scored)
    .slice(offset, offset + limit)
    .map(({ id, score: total, profile }, index) => ({
      candidateId: id,
      position: offset + index + 1,
      score: total,
      verdicts: evaluate(opening, profile, today),
    }))
}

/** Near misses with the one verdict that blocks each. */
const missing = (opening: MatchOpening, people: readonly MatchProfile[], today: IsoDate) =>
  people.flatMap((profile): Omit<NearMissPerson, 'code'>[] => {
    const verdict = nearMiss(evaluate(opening, profile, today))
    return verdict ? [{ candidateId: profile.candidateId as CandidateId, verdict }] : []
  })

/**
 * Whom an opening admits: the whole network is judged by PostgreSQL; own people are then loaded, scored and explained by
 * the pure rules. See `MatchEngine.match`.
 */
export async function matchPeople(tx: Tx, opening: MatchOpening, page: MatchPage = {}): Promise<MatchResult> {
  authorise(tx, 'opening.match')
  const orgId = tx.actor.kind === 'staff' ? tx.actor.orgId : null
  const today = localDate(now())
  const { ownBy, othersBy } = await judgePeople(tx, opening, today, orgId)

  const admitted = ownBy(ADMITTED)
  const groups = negotiable.map((constraint) => {
    const ids = ownBy(bitOf(constraint))
    return {
      constraint,
      named: ids.slice(0, page.nearMissLimit ?? PAGE),
      ownTotal: ids.length,
      others: othersBy(bitOf(constraint)),
    }
  })
  const wanted = [...admitted, ...groups.flatMap(({ named }) => named)]
  const people = orgId ? await loadMatchProfiles(tx, orgId, wanted) : new Map<CandidateId, MatchProfile>()
  const codes = orgId ? await codesOf(tx, orgId, wanted) : new Map<CandidateId, string>()
  const present = (ids: readonly CandidateId[]) => ids.flatMap((id) => people.get(id) ?? [])
  const withCode = <T extends { candidateId: CandidateId }>(person: T) => ({
    ...person,
    code: codes.get(person.candidateId) ?? '',
  })

  return {
    own: ranked(opening, present(admitted), today, page).map(withCode),
    ownTotal: admitted.length,
    others: othersBy(ADMITTED),
    nearMisses: groups
      .filter(({ ownTotal, others }) => ownTotal + others > 0)
      .map(({ named, ...group }) => ({
        ...group,
        own: missing(opening, present(named), today).map(withCode),
      })),
  }
}
