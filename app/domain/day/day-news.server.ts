import { and, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { dayActs } from '#db/schema/day.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { lapsingConsents, type LapsingConsent } from '../consent/old-consents.server.ts'
import { myRecentAnswers, type RecentAnswer } from '../placements/my-recent-answers.server.ts'
import type { StaffActor } from '../shared/actor.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { myNewMatches } from '../standing/my-new-matches.server.ts'
import type { NewMatches, Whose } from '../standing/new-matches.server.ts'
import type { TrustSlope } from '../trust/slope.ts'
import type { TrustStage } from '../trust/stages.ts'
import { standingOf } from '../trust/standing-of.ts'
import { trustToday } from '../trust/trust-today.server.ts'
import { requestsToAnswer, type OpenRequest } from '../visits/requests-of-people.server.ts'
import { refText, type ShownRef } from './day-line.ts'

export type CoolingCompany = { id: CompanyId; name: string; stage: TrustStage; slope: TrustSlope }

type About =
  | { is: 'request'; request: OpenRequest }
  | { is: 'lapse'; lapsing: LapsingConsent }
  | { is: 'answer'; answer: RecentAnswer }
  | { is: 'match'; news: NewMatches }
  | { is: 'cooling'; company: CoolingCompany }

/** What is new, in the order in which it is asked, and what each line is about. */
export type DayNews = { refs: ShownRef[]; about: Map<string, About> }

type Due = { subjectId: string; companyId: CompanyId }

/**
 * What a list has besides follow-ups: what people ask of their data, which the law gives a month for; a yes that is about to lapse; answers that no task asks her to act on, new matches, companies she leads that
 * cool and that nothing is planned for. A coordinator has no persons, so no answers and no matches.
 */
export async function dayNews(tx: Tx, due: readonly Due[], whose: Whose): Promise<DayNews> {
  const actor = actingStaff(tx, 'follow_up.act')
  const away = await linesAway(tx, actor)
  const planned = new Set<string>(due.flatMap(({ subjectId, companyId }) => [subjectId, companyId]))
  const entries: [ShownRef, About][] = []
  if (actor.role === 'case_manager') {
    for (const request of await requestsToAnswer(tx, actor)) {
      entries.push([
        { kind: 'request', id: request.id },
        { is: 'request', request },
      ])
    }
    for (const lapsing of await lapsingConsents(tx, actor)) {
      entries.push([
        { kind: 'lapse', id: lapsing.id },
        { is: 'lapse', lapsing },
      ])
    }
    for (const answer of await myRecentAnswers(tx)) {
      if (planned.has(answer.cardId)) continue
      entries.push([
        { kind: 'answer', id: answer.cardId },
        { is: 'answer', answer },
      ])
    }
    // What comes while the page is made is new the next time.
    const until = String(+now())
    const news = await myNewMatches(tx, whose)
    const wanted = news.total > 0 && !away.has(`match:${actor.userId}`)
    if (wanted || whose === 'organisation')
      entries.push([
        { kind: 'match', id: until },
        { is: 'match', news },
      ])
  }
  for (const company of await coolingCompanies(tx, actor)) {
    if (planned.has(company.id)) continue
    entries.push([
      { kind: 'cooling', id: company.id },
      { is: 'cooling', company },
    ])
  }
  const shown = entries.filter(([ref]) => !away.has(refText(ref)))
  return {
    refs: shown.map(([ref]) => ref),
    about: new Map(shown.map(([ref, about]) => [refText(ref), about])),
  }
}

/**
 * The lines that she has settled, and that neither an undoing nor the day they were put off to has brought back. Matches
 * that were marked as seen are no news any more: of them only a later day counts.
 */
async function linesAway(tx: Tx, { userId }: StaffActor): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ kind: dayActs.kind, id: dayActs.subjectId })
    .from(dayActs)
    .where(
      and(
        eq(dayActs.userId, userId),
        inArray(dayActs.kind, ['answer', 'match', 'cooling']),
        isNull(dayActs.undoneAt),
        or(and(isNull(dayActs.until), ne(dayActs.kind, 'match')), gt(dayActs.until, now())),
      ),
    )
  return new Set(rows.map(({ kind, id }) => `${kind}:${id}`))
}

async function coolingCompanies(tx: Tx, { userId }: StaffActor): Promise<CoolingCompany[]> {
  const at = now()
  const led = await tx
    .select()
    .from(companies)
    .where(eq(companies.leadUserId, userId))
    .orderBy(companies.name)
  const open = led.filter((company) => standingOf(company, at) === 'open')
  const today = await trustToday(
    tx,
    open.map(({ id }) => id),
    at,
  )
  return open.flatMap(({ id, name, stage }) => {
    const slope = today.get(id)?.slope
    return slope === 'cooling' || slope === 'at_risk' ? [{ id, name, stage: stage as TrustStage, slope }] : []
  })
}
