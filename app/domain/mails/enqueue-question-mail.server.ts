import { eq } from 'drizzle-orm'
import { openingQuestions } from '#db/schema/opening-questions.ts'
import type { OutboxId, QuestionId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { enqueueMail } from './enqueue-mail.server.ts'

/** Leaves the mail of a question to the contact it was written for. */
export async function enqueueQuestionMail(
  tx: Tx,
  { outboxId, questionId }: { outboxId: OutboxId; questionId: QuestionId },
): Promise<void> {
  const { contactId, companyId } = openingQuestions
  const [to] = await tx
    .select({ contactId, companyId })
    .from(openingQuestions)
    .where(eq(openingQuestions.id, questionId))
  if (!to) return
  await enqueueMail(tx, {
    outboxId,
    template: 'opening_question',
    to,
    subject: { type: 'question', id: questionId },
  })
}
