import { newId, now } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import { mails } from '#db/schema/follow-ups.ts'
import type { CompanyId, ContactId, FollowUpId, OutboxId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { classOf, type Template } from './letters.ts'
import { messageIdOf } from './message-id.ts'

export type NewMail = {
  outboxId: OutboxId
  template: Template
  to: { contactId: ContactId; companyId: CompanyId } | { userId: UserId; companyId?: CompanyId }
  /** What it is about; read again when it is sent. */
  subject: { type: string; id: string }
  followUpId?: FollowUpId
}

/** Leaves a mail to be sent: ids only, no address and no text. An event leaves one of each template, however often it runs. */
export async function enqueueMail(
  tx: Tx,
  { outboxId, template, to, subject, followUpId }: NewMail,
): Promise<void> {
  await tx
    .insert(mails)
    .values({
      id: newId(),
      outboxId,
      template,
      class: classOf[template],
      ...to,
      subjectType: subject.type,
      subjectId: subject.id,
      followUpId: followUpId ?? null,
      messageId: messageIdOf(outboxId, template, new URL(env().APP_URL).hostname),
      createdAt: now(),
    })
    .onConflictDoNothing()
}
