import { eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { organisations } from '#db/schema/accounts.ts'
import { openingQuestions } from '#db/schema/opening-questions.ts'
import { openings } from '#db/schema/openings.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { addDays, localDate } from '../calendar/rome.ts'
import { logInteraction } from '../companies/log-interaction.server.ts'
import { editKey, type Edit } from '../matching/what-if/edits.ts'
import { takesCards } from '../openings/states.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { OpeningId, QuestionId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { questionContacts } from './question-contacts.server.ts'
import { questionTrouble } from './question-trouble.ts'
import type { QuestionToSend } from './send-question.schema.server.ts'

/** A company that has not answered by then is called. */
const ANSWER_AWAITED_DAYS = 7

type Words = {
  /** The line of the company's timeline: read by the whole network. */
  note: string
  /** The task that reminds of the answer. */
  task: string
}

type Question = { openingId: OpeningId; edit: Edit; words: Words; mail: QuestionToSend }

/**
 * Asks a company whether one thing of its opening could change: keeps the words, has them mailed, and puts the contact
 * and a task to hear the answer where colleagues see them.
 * @throws DomainError not_found for an unknown opening; refused for one that is not open; invalid beside the field for a
 * contact who can't be written to and for a text that may not reach a company.
 */
export async function sendQuestion(tx: Tx, { openingId, edit, words, mail }: Question): Promise<QuestionId> {
  authorise(tx, 'opening.match')
  const { orgId, userId } = actingStaff(tx, 'company.relate')
  const [opening] = await tx
    .select({ state: openings.state, companyId: openings.companyId, title: openings.title })
    .from(openings)
    .where(eq(openings.id, openingId))
  if (!opening) notFound()
  if (!takesCards(opening.state)) throw new DomainError('refused', 'questions_not_open')
  const { companyId } = opening
  const contact = (await questionContacts(tx, companyId)).find(({ id }) => id === mail.contactId)
  if (!contact) throw new DomainError('invalid', 'questions_contact_unreachable', 'contactId')
  await refuseTelling(tx, mail, opening.title)

  const id = newId<QuestionId>()
  const at = now()
  await tx.insert(openingQuestions).values({
    ...{ id, orgId, openingId, companyId, contactId: contact.id, editKey: editKey(edit) },
    ...{ subject: mail.subject, body: mail.body, askedBy: userId, askedAt: at },
  })
  await audit(tx, { action: 'opening.question_asked', subjectType: 'opening', subjectId: openingId })
  // Nobody has answered yet: what is logged as a try ends no silence and moves no score.
  await logInteraction(tx, companyId, {
    ...{ kind: 'mail', outcome: 'no_answer', contactId: contact.id, note: words.note },
    ...{ nextStep: words.task, nextStepOn: addDays(localDate(at), ANSWER_AWAITED_DAYS) },
  })
  await emit(tx, 'opening.question_asked', { questionId: id })
  return id
}

/** Stops a text that holds what no company may learn from us. */
async function refuseTelling(tx: Tx, mail: QuestionToSend, openingTitle: string): Promise<void> {
  const names = (await tx.select({ name: organisations.name }).from(organisations)).map(({ name }) => name)
  for (const field of ['subject', 'body'] as const) {
    const trouble = questionTrouble(mail[field], { organisations: names, openingTitle })
    if (trouble) throw new DomainError('invalid', `questions_trouble_${trouble}`, field)
  }
}
