import type { ContactId } from '../shared/ids.ts'
import type { Letter } from './letters.ts'
import type { Stop } from './stop.ts'

export type Recipient = {
  email: string
  firstName: string
  locale: 'it' | 'en'
  /** Whom the link that ends our messages is for; null where there is nothing to end. */
  contactId: ContactId | null
}

/** A mail ready to be put into words, or why it is not sent any more. */
export type Prepared = { recipient: Recipient; letter: Letter } | Stop

type Named = { name: string; email: string; locale: string }

/** How we address somebody: by the first name alone, in her language. */
export function recipientOf({ name, email, locale }: Named, contactId: ContactId | null): Recipient {
  const [firstName = name] = name.trim().split(/\s+/)
  return { email, firstName, locale: locale === 'en' ? 'en' : 'it', contactId }
}
