import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import { companyBehind } from '#app/domain/follow-ups/company-behind.server.ts'
import { enqueueFollowUpMail } from '#app/domain/mails/enqueue-follow-up-mail.server.ts'
import type { FollowUpId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'

/**
 * A planned message came due: its reason is looked at once more, then it is written, or becomes a task for a person. Both
 * in one transaction, because thousands may come due in the same minute.
 */
export const sendFollowUp: Handler<'follow_up.due'> = ({ id, payload }, effect) =>
  effect('mail', async (tx) => {
    const followUpId = payload.followUpId as FollowUpId
    const companyId = await companyBehind(tx, 'follow_up', followUpId)
    if (companyId) await scheduleFollowUps(tx, companyId)
    await enqueueFollowUpMail(tx, { outboxId: id, followUpId })
  })
