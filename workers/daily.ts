import { forgetEndedSignIns } from '#app/domain/accounts/forget-ended.server.ts'
import { addDays, atLocal, localDate } from '#app/domain/calendar/rome.ts'
import { expireCards } from '#app/domain/cards/expire-cards.server.ts'
import { lapseConsents } from '#app/domain/consent/old-consents.server.ts'
import { companiesToPlan } from '#app/domain/follow-ups/companies-to-plan.server.ts'
import { recordSilence } from '#app/domain/follow-ups/judge-answer.server.ts'
import { forgetOldKeys } from '#app/domain/idempotency/form-keys.server.ts'
import { forgetOldImports } from '#app/domain/imports/forget-imports.server.ts'
import { forgetOldMails } from '#app/domain/mails/mails-of-event.server.ts'
import { dailyDoneSince, forgetOldBeats, noteDailyDone } from '#app/domain/outbox/heartbeats.server.ts'
import { freezeMonth } from '#app/domain/network/freeze-month.server.ts'
import { openOpeningIds } from '#app/domain/openings/open-openings.server.ts'
import { countBegunPlacements } from '#app/domain/placements/count-placement.server.ts'
import { withdrawRecognisable } from '#app/domain/proposals/withdraw-recognisable.server.ts'
import { HOUR, SECOND } from '#app/domain/shared/durations.ts'
import { planDigests } from '#app/domain/standing/digests.server.ts'
import { refreshOpening } from '#app/domain/standing/refresh-opening.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { keepScores } from '#app/domain/trust/keep-score.server.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { noteCooling } from '#app/domain/trust/note-cooling.server.ts'
import { forgetOldVisits } from '#app/domain/visits/forget-visits.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import { checkAudit } from './audit.ts'
import { keepNoLonger } from './keep-no-longer.ts'
import { startLoop, type Loop } from './loop.ts'
import { planCompanies } from './plan-companies.ts'
import { asWorker } from './worker-actor.ts'

/** Before the first people sit down to their day. */
const MORNING = '05:00'
const PAGE = 100
/** Their histories fit into memory and their rows are not kept from anybody for long. */
const SCORES_AT_ONCE = 250

/** The latest morning not after `at`. */
function lastMorning(at: Date): Date {
  const today = atLocal(localDate(at), MORNING)
  return today <= at ? today : atLocal(addDays(localDate(at), -1), MORNING)
}

const expireOfCompany = (tx: Tx, companyId: CompanyId) => expireCards(tx, { companyId })

/** What a day does to one company before it is planned, each in a transaction of its own: nothing is planned for a card that ends. */
const dayOfCompany = [expireOfCompany, withdrawRecognisable, countBegunPlacements] as const

/** One company whose day fails is left for people to look at, and holds up no other. */
async function beginDayOf(companyId: CompanyId): Promise<void> {
  try {
    for (const step of dayOfCompany) await asWorker(async (tx) => void (await step(tx, companyId)))
  } catch (error) {
    log.error({ job: 'daily', companyId, ...errorFields(error) }, 'day of a company failed')
  }
}

/**
 * What happens because a day has gone by, and nothing else: a placement begins, a pause ends, a silence grows long, a card
 * comes to its end or has grown too telling. Every company is planned anew in a transaction of its own, and one that fails
 * stops nobody else; doing it twice changes nothing.
 */
export async function runDaily(): Promise<void> {
  let planned = 0
  let last: CompanyId | null = null
  for (;;) {
    const page: CompanyId[] = await asWorker((tx) => companiesToPlan(tx, last, PAGE))
    for (const companyId of page) await beginDayOf(companyId)
    await asWorker((tx) => noteCooling(tx, page, now()))
    planned += await planCompanies(page)
    last = page.at(-1) ?? null
    if (page.length < PAGE) break
  }
  await asWorker(lapseConsents)
  const silent = await asWorker(recordSilence)
  await keepAllScores()
  // A day gone by moves who is free, allowed to work, or too late, on every opening.
  for (const openingId of await asWorker(openOpeningIds))
    await asWorker((tx) => refreshOpening(tx, openingId))
  await asWorker(planDigests)
  await asWorker((tx) => freezeMonth(tx))
  const forgetting = [forgetOldBeats, forgetOldKeys, forgetOldMails, forgetEndedSignIns]
  for (const forget of [...forgetting, forgetOldVisits, forgetOldImports]) await asWorker(forget)
  await keepNoLonger()
  await checkAudit()
  log.info({ job: 'daily', count: planned + silent }, 'day begun')
}

/** A day gone by fades every score, and what nobody did has become overdue. */
async function keepAllScores(): Promise<void> {
  let last: CompanyId | null = null
  do {
    const page: CompanyId[] = await asWorker((tx) => companiesToPlan(tx, last, SCORES_AT_ONCE))
    await asWorker((tx) => keepScores(tx, page))
    last = page.length === SCORES_AT_ONCE ? (page.at(-1) ?? null) : null
  } while (last !== null)
}

/** Does the work of the day unless it is done. @returns whether it was done now. */
export async function dailyTurn(): Promise<boolean> {
  if (await asWorker((tx) => dailyDoneSince(tx, lastMorning(now())))) return false
  await runDaily()
  await asWorker(noteDailyDone)
  return true
}

/** Does the work of the day once a day, as soon as a worker is there to do it: then there is nothing until the next morning. */
export function startDaily(): Loop {
  return startLoop('daily', async () => {
    await dailyTurn()
    const at = now()
    const tomorrow = atLocal(addDays(localDate(lastMorning(at)), 1), MORNING)
    return Math.min(HOUR, Math.max(SECOND, +tomorrow - +at))
  })
}
