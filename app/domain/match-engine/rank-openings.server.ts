import { and, eq, ne } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { authorise } from '../access/authorise.server.ts'
import { localDate } from '../calendar/rome.ts'
import { loadMatchProfiles } from '../candidates/to-match-profile.server.ts'
import { admits, evaluate } from '../matching/constraints.ts'
import { rank, score } from '../matching/score.ts'
import { loadMatchOpenings } from '../openings/to-match-opening.server.ts'
import type { CompanyId, OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Person, RankedOpening } from './engine.ts'

/**
 * Which openings admit a person: the pure rules over those that are open, of companies that nobody rejected. The network
 * has some dozens at a time. See `MatchEngine.openingsFor`.
 * @throws DomainError not_found for another organisation's person.
 */
export async function rankOpenings(tx: Tx, person: Person): Promise<RankedOpening[]> {
  authorise(tx, 'candidate.read', { orgId: person.orgId })
  const profile = (await loadMatchProfiles(tx, person.orgId, [person.candidateId])).get(person.candidateId)
  if (!profile) return []
  const open = await tx
    .select({ id: openings.id })
    .from(openings)
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(and(eq(openings.state, 'open'), ne(companies.verification, 'rejected')))
  const today = localDate(now())
  const admitting = (
    await loadMatchOpenings(
      tx,
      open.map(({ id }) => id),
    )
  ).flatMap((opening) => {
    const verdicts = evaluate(opening, profile, today)
    if (!admits(verdicts)) return []
    const { openingId, companyId } = opening
    const total = score(opening, profile, today)
    return [{ id: openingId, companyId, waitingSince: profile.waitingSince, score: total, verdicts }]
  })
  return rank(admitting).map(({ id, companyId, score: total, verdicts }, index) => ({
    openingId: id as OpeningId,
    companyId: companyId as CompanyId,
    position: index + 1,
    score: total,
    verdicts,
  }))
}
