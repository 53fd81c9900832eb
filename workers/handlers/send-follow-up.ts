import { enqueueFollowUpMail } from '#app/domain/mails/enqueue-follow-up-mail.server.ts'
import type { FollowUpId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'
import { planCompanyOf } from './plan-company.ts'

/** A planned message came due: its reason is looked at once more, then it is written, or becomes a task for a person. */
export const sendFollowUp: Handler<'follow_up.due'> = async ({ id, payload }, effect) => {
  const followUpId = payload.followUpId as FollowUpId
  await planCompanyOf(effect, 'follow_up', followUpId)
  await effect('mail', (tx) => enqueueFollowUpMail(tx, { outboxId: id, followUpId }))
}
