import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'

/** A placement was called off before it began: nothing is asked about it any more. */
export const planAfterCancel: Handler<'placement.cancelled'> = ({ payload }, effect) =>
  effect('follow-ups', (tx) => scheduleFollowUps(tx, payload.companyId as CompanyId))
