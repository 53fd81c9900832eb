import { companyBehind, type OfCompanyKind } from '#app/domain/follow-ups/company-behind.server.ts'
import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import type { OutboxEvent } from '#app/domain/outbox/event-run.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Snapshot } from '#app/domain/shared/snapshot.server.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { Effect } from '../effects.ts'
import { notePlan, planSaw } from '../plans-lately.ts'

type Cause = Pick<OutboxEvent, 'writtenBy'>

type Planned = { companyId: CompanyId; snapshot: Snapshot }

/** Brings the follow-ups of the company behind something up to date: writes, moves and cancels what has to be. */
export const planCompanyOf = (effect: Effect, kind: OfCompanyKind, id: string): Promise<void> =>
  planned(effect, async (tx) => {
    const companyId = await companyBehind(tx, kind, id)
    return companyId && plan(tx, companyId)
  })

/** The same after an event whose handlers have not changed anything themselves that a plan rests on. */
export const planCompanyAfter = (
  event: Cause,
  effect: Effect,
  kind: OfCompanyKind,
  id: string,
): Promise<void> =>
  planned(effect, async (tx) => {
    const companyId = await companyBehind(tx, kind, id)
    return companyId && planUnlessSeen(tx, companyId, event)
  })

/** Plans one company after an event that names it. */
export const planAfter = (event: Cause, effect: Effect, companyId: CompanyId): Promise<void> =>
  planned(effect, (tx) => planUnlessSeen(tx, companyId, event))

/** A company that was planned after the event had been written is planned already: an import costs a plan a company, not a line. */
const planUnlessSeen = async (tx: Tx, companyId: CompanyId, { writtenBy }: Cause) =>
  planSaw(companyId, writtenBy) ? null : plan(tx, companyId)

async function plan(tx: Tx, companyId: CompanyId): Promise<Planned | null> {
  const snapshot = await scheduleFollowUps(tx, companyId)
  return snapshot && { companyId, snapshot }
}

/** What a planning saw counts once it is committed. */
async function planned(effect: Effect, work: (tx: Tx) => Promise<Planned | null>): Promise<void> {
  const made: Planned[] = []
  await effect('follow-ups', async (tx) => {
    // A try that was rolled back, and is made anew, has seen nothing that counts.
    made.length = 0
    const one = await work(tx)
    if (one) made.push(one)
  })
  for (const { companyId, snapshot } of made) notePlan(companyId, snapshot)
}
