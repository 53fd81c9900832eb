import { companyBehind } from '../follow-ups/company-behind.server.ts'
import { whoAnswers } from '../contacts/who-answers.server.ts'
import type { OutboxId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { enqueueMail } from './enqueue-mail.server.ts'
import type { Template } from './letters.ts'

type OfCompany = {
  outboxId: OutboxId
  template: Template
  subject: { type: 'story' | 'testimonial'; id: string }
}

/** Leaves a mail to whoever answers for the company behind something. Where nobody does, there is none. */
export async function enqueueCompanyMail(tx: Tx, { outboxId, template, subject }: OfCompany): Promise<void> {
  const companyId = await companyBehind(tx, subject.type, subject.id)
  const [contact] = companyId ? await whoAnswers(tx, companyId) : []
  if (contact)
    await enqueueMail(tx, {
      outboxId,
      template,
      subject,
      to: { contactId: contact.id, companyId: contact.companyId },
    })
}
