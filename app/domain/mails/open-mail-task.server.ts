import type { FiledUnder } from '../follow-ups/follow-up-subjects.ts'
import { openTask } from '../follow-ups/open-task.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { MailRow } from './prepare-mail.server.ts'

const FILED: readonly string[] = [
  ...(['company', 'opening', 'card', 'placement', 'story', 'event_invitation'] satisfies FiledUnder[]),
]

/** What a person has to see to because of a mail; the rule of the task, and `mail_task_…` says it in words. */
export type MailTrouble = 'mail_uncertain' | 'mail_refused' | 'mail_not_written'

/** Puts a mail that did not, or may not, have arrived into the day of who can pick up the phone. */
export async function openMailTask(tx: Tx, mail: MailRow, rule: MailTrouble): Promise<void> {
  const { companyId, contactId, subjectType, subjectId } = mail
  if (!companyId) return
  const filed = FILED.includes(subjectType) && subjectId
  await openTask(tx, {
    rule,
    subject: filed ? { type: subjectType as FiledUnder, id: subjectId } : { type: 'company', id: companyId },
    companyId,
    contactId,
    title: rule.replace('mail_', 'mail_task_'),
    to: 'case_manager',
  })
}
