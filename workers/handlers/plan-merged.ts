import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'

/** A company has another history than before: what comes next follows from all of it. */
export const planMerged: Handler<'company.merged'> = ({ payload }, effect) =>
  effect('follow-ups', (tx) => scheduleFollowUps(tx, payload.companyId as CompanyId))
