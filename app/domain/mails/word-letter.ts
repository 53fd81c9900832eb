import { adviceInWords } from './advice-words.ts'
import { afterwardsOf } from '../messages/default-texts.ts'
import { fill, paragraphsOf } from '../messages/fill.ts'
import {
  hasButton,
  type MessageLocale,
  type MessageTexts,
  type MessageWords,
  type Variable,
} from '../messages/templates.ts'
import { dayInWords, kindInWords, stretchInWords } from '../messages/values.ts'
import type { WordedLetter } from './letters.ts'

type Values = Partial<Record<Variable, string>>

/** What the variables of a letter stand for. */
function valuesOf(letter: WordedLetter, locale: MessageLocale): Values {
  switch (letter.template) {
    case 'opening_acknowledged':
    case 'opening_still_open':
    case 'proposal_reminder':
    case 'proposal_reminder_last':
    case 'not_now_thanks':
      return { opportunita: letter.facts.openingTitle }
    case 'no_match':
      return {
        opportunita: letter.facts.openingTitle,
        consiglio: adviceInWords(letter.facts.advice, locale),
      }
    case 'check_in':
      return { percorso: kindInWords(letter.facts.kind, locale) }
    case 'internship_ends_soon':
      return { fine: dayInWords(letter.facts.endsOn, locale) }
    case 'event_invitation':
    case 'event_reminder':
    case 'event_moved':
    case 'event_called_off': {
      const { title, startsAt, endsAt, place, purpose } = letter.facts
      const quando = stretchInWords(startsAt, endsAt, locale)
      return { evento: title, quando, luogo: place, scopo: purpose }
    }
    case 'hire_thanks':
    case 'story_invitation':
    case 'story_thanks':
    case 'referral_invitation':
      return {}
    default:
      return letter satisfies never
  }
}

type Wording = { locale: MessageLocale; company: string; texts: MessageTexts }

/** A letter in the words that coordinators wrote for it, for one company and in one language. */
export const wordLetter = (letter: WordedLetter, { locale, company, texts }: Wording): MessageWords =>
  wordsWith(letter.template, { ...valuesOf(letter, locale), azienda: company }, { locale, texts })

/** The same with values of one's own: a preview has no letter to take them from. */
export function wordsWith(
  template: WordedLetter['template'],
  values: Values,
  { locale, texts }: Omit<Wording, 'company'>,
): MessageWords {
  const { subject, body, action } = texts[locale]
  return {
    subject: fill(subject, values),
    paragraphs: paragraphsOf(body).map((paragraph) => fill(paragraph, values)),
    action: hasButton(template) ? fill(action, values) : null,
    afterwards: afterwardsOf(template, locale),
  }
}
