import { companyBehind } from '#app/domain/follow-ups/company-behind.server.ts'
import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import type { Effect } from '../effects.ts'

/** Brings the follow-ups of the company behind something up to date: writes, moves and cancels what has to be. */
export const planCompanyOf = (
  effect: Effect,
  kind: Parameters<typeof companyBehind>[1],
  id: string,
): Promise<void> =>
  effect('follow-ups', async (tx) => {
    const companyId = await companyBehind(tx, kind, id)
    if (companyId) await scheduleFollowUps(tx, companyId)
  })
