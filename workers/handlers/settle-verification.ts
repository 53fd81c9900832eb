import { cancelTasks } from '#app/domain/follow-ups/cancel-follow-ups.server.ts'
import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'
import { VERIFY_COMPANY } from './welcome-company.ts'

/** A company is verified or rejected: nobody has to look at it any more. */
export const settleVerification: Handler<'company.verified' | 'company.rejected'> = async (
  { payload },
  effect,
) => {
  const companyId = payload.companyId as CompanyId
  await effect('tasks', (tx) =>
    cancelTasks(tx, { rule: VERIFY_COMPANY, subjectId: companyId, why: 'settled' }),
  )
  await effect('follow-ups', (tx) => scheduleFollowUps(tx, companyId))
}
