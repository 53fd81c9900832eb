import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { defaultTexts } from '../messages/default-texts.ts'
import type { MessageTexts } from '../messages/templates.ts'
import type { CardId, ContactId, InvitationId, OpeningId, QuestionId, StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { cardLetter } from './card-letter.server.ts'
import { isStageTemplate, stageLetter } from './stage-letter.server.ts'
import {
  openingLetter,
  placementLetter,
  questionLetter,
  storyLetter,
  testimonialLetter,
} from './company-letters.server.ts'
import { invitationLetter } from './event-letters.server.ts'
import { isWordedLetter, type Letter, type OwnLetter, type Template } from './letters.ts'
import { recipientOf, type Prepared } from './recipient.ts'
import { stop, type Stop } from './stop.ts'
import { wordLetter } from './word-letter.ts'

/** What she has asked for herself a moment ago reaches her whatever she has said about our messages. */
const ASKED_FOR: readonly Template[] = ['card_link_renewed']

type Mail = {
  template: Template
  contactId: ContactId
  subjectType: string
  subjectId: string
  /** It comes from a rule, and a pause of the company holds it back; what a person sends is not. */
  byRule: boolean
  /** What the message says where coordinators, or a colleague for this once, have written it. */
  texts?: MessageTexts | null
}

/** A mail to a contact of a company, unless she, her company or what it is about says no by now. */
export async function contactLetter(tx: Tx, mail: Mail): Promise<Prepared> {
  const [row] = await tx
    .select({
      contact: contacts,
      company: companies.name,
      doNotContact: companies.doNotContact,
      pausedUntil: companies.pausedUntil,
    })
    .from(contacts)
    .innerJoin(companies, eq(companies.id, contacts.companyId))
    .where(eq(contacts.id, mail.contactId))
  const { contact, company = '', doNotContact, pausedUntil } = row ?? {}
  if (!contact?.active || !contact.email) return stop('no_address')
  if (!ASKED_FOR.includes(mail.template)) {
    if (doNotContact) return stop('do_not_contact')
    if (contact.unsubscribedAt) return stop('unsubscribed')
    if (contact.bouncedAt) return stop('address_bounced')
    if (mail.byRule && pausedUntil && pausedUntil > now()) return stop('company_paused')
  }
  const letter = await letterAbout(tx, mail)
  if ('stop' in letter) return letter
  const recipient = recipientOf({ ...contact, email: contact.email }, contact.id)
  if (!isWordedLetter(letter)) return { recipient, letter: letter as OwnLetter }
  const texts = mail.texts ?? defaultTexts[letter.template]
  return { recipient, letter, words: wordLetter(letter, { locale: recipient.locale, company, texts }) }
}

async function letterAbout(
  tx: Tx,
  { template, contactId, subjectType, subjectId }: Mail,
): Promise<Letter | Stop> {
  switch (subjectType) {
    case 'card':
      if (isStageTemplate(template)) return stageLetter(tx, template, subjectId as CardId, contactId)
      return cardLetter(tx, template, subjectId as CardId, contactId)
    case 'opening':
      return openingLetter(tx, template, subjectId as OpeningId, contactId)
    case 'question':
      return questionLetter(tx, template, subjectId as QuestionId)
    case 'placement':
      return placementLetter(tx, template, subjectId)
    case 'story':
      return storyLetter(tx, template, subjectId as StoryId)
    case 'testimonial':
      return testimonialLetter(tx, template, subjectId)
    case 'event_invitation':
      return invitationLetter(tx, template, subjectId as InvitationId, contactId)
    default:
      return stop('no_reason')
  }
}
