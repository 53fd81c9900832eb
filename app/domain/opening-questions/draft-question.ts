import type { Edit } from '../matching/what-if/edits.ts'
import { askedEn, askedIt, type EditFacts, type QuestionLocale } from './asked-words.ts'

export type QuestionDraft = { subject: string; body: string }

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/**
 * A question to a company about one edit of its opening, to be read and changed before it is sent: in the reader's
 * language, in terms of time, cost and risk. It begins after the greeting and ends before the signature, which the mail
 * brings along. It counts nobody and speaks of nobody: to a company there are no persons behind an edit (privacy.md).
 * @param facts of the edit, already in the reader's language.
 */
export function draftQuestion(
  edit: Edit,
  locale: QuestionLocale,
  openingTitle: string,
  facts: EditFacts,
): QuestionDraft {
  if (locale === 'en') {
    const { ask, because } = askedEn[edit.kind](facts)
    return {
      subject: 'A question about your opening',
      body: [
        `we are working on “${openingTitle}” and have one question: ${ask}`,
        because,
        'If it can’t be done, telling us is enough: we go on with the opening as it is. You can answer this mail, call us, or change the opening on its page, which takes two minutes.',
      ]
        .map(sentence)
        .join('\n\n'),
    }
  }
  const { ask, because } = askedIt[edit.kind](facts)
  return {
    subject: 'Una domanda sulla vostra opportunità',
    body: [
      `stiamo lavorando su «${openingTitle}» e abbiamo una domanda: ${ask}`,
      because,
      'Se non si può, basta che ce lo diciate: andiamo avanti con l’opportunità com’è. Potete rispondere a questa mail, chiamarci, oppure cambiare l’opportunità dalla sua pagina: bastano due minuti.',
    ].join('\n\n'),
  }
}
