import { editKey } from '#app/domain/matching/what-if/edits.ts'
import { draftQuestion } from '#app/domain/opening-questions/draft-question.ts'
import { findEdit } from '#app/domain/opening-questions/find-edit.ts'
import { questionContacts } from '#app/domain/opening-questions/question-contacts.server.ts'
import { questionsAsked } from '#app/domain/opening-questions/questions-asked.server.ts'
import { takesCards } from '#app/domain/openings/states.ts'
import { loadOpening } from '#app/domain/openings/load-opening.server.ts'
import { loadMatchOpenings } from '#app/domain/openings/to-match-opening.server.ts'
import { recentContacts } from '#app/domain/companies/recent-contacts.server.ts'
import { notFound } from '#app/domain/shared/errors.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { recentContactLines } from '#app/web/company/recent-contacts-view.server.ts'
import type { Call } from '#app/web/define.server.ts'
import { editFacts, editLabel } from '#app/web/describe-edit.server.ts'
import { formatDate } from '#app/web/format.ts'

type Asked = Pick<Call, 'id' | 'url' | 'info'>

/** The opening and its edit that the address names (`ipotesi`); no edit where it would change nothing any more. */
export async function editAsked(tx: Tx, { id, url }: Pick<Asked, 'id' | 'url'>) {
  const openingId = id<OpeningId>('id')
  const opening = await loadOpening(tx, openingId)
  if (opening.state === 'draft') notFound()
  const [matched] = await loadMatchOpenings(tx, [openingId])
  return { opening, edit: (matched && findEdit(matched, url.searchParams.get('ipotesi') ?? '')) ?? null }
}

/**
 * The draft of a question, in the language of the contact that the address names (`a`), or of the first who can be
 * written to. What colleagues did or plan with the company stands beside it.
 */
export async function questionView(tx: Tx, call: Asked) {
  const { opening, edit } = await editAsked(tx, call)
  const base = { openingId: opening.id, title: opening.title, companyId: opening.companyId }
  if (!edit || !takesCards(opening.state)) return { ...base, company: opening.companyName, question: null }
  const contacts = await questionContacts(tx, opening.companyId)
  const contact = contacts.find(({ id }) => id === call.url.searchParams.get('a')) ?? contacts[0]
  const key = editKey(edit)
  const before = (await questionsAsked(tx, opening.id)).find((asked) => asked.editKey === key)
  const locale = contact?.locale ?? 'it'
  return {
    ...base,
    company: opening.companyName,
    question: {
      key,
      label: editLabel(edit, call.info.locale),
      contact: contact ?? null,
      others: contacts.filter(({ id }) => id !== contact?.id),
      draft: draftQuestion(edit, locale, opening.title, editFacts(edit, locale)),
      before: before ? { on: formatDate(before.at), by: before.by } : null,
      recent: recentContactLines(await recentContacts(tx, opening.companyId)),
    },
  }
}

export type QuestionView = Awaited<ReturnType<typeof questionView>>
