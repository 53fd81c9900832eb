import type { ContactId } from '../shared/ids.ts'
import type { MessageWords } from '../messages/templates.ts'
import type { OwnLetter, WordedLetter } from './letters.ts'
import type { Stop } from './stop.ts'

export type Recipient = {
  email: string
  firstName: string
  locale: 'it' | 'en'
  /** Whom the link that ends our messages is for; null where there is nothing to end. */
  contactId: ContactId | null
}

/** A letter and, where coordinators write its text, that text as it reads for this recipient. */
export type Told = { letter: OwnLetter } | { letter: WordedLetter; words: MessageWords }

/** A mail ready for its paper, or why it is not sent any more. */
export type Prepared = ({ recipient: Recipient } & Told) | Stop

type Named = { name: string; email: string; locale: string }

/** How we address somebody: by the first name alone, in her language. */
export function recipientOf({ name, email, locale }: Named, contactId: ContactId | null): Recipient {
  const [firstName = name] = name.trim().split(/\s+/)
  return { email, firstName, locale: locale === 'en' ? 'en' : 'it', contactId }
}
