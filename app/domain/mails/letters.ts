import type { IsoDate } from '../calendar/rome.ts'
import type { BestAdvice } from './advice-words.ts'
import { isWorded, type WordedTemplate } from '../messages/templates.ts'
import type { PlacementKind } from '../messages/values.ts'

type WithLink = { link: string }
/** The company's own words for its opening. */
type AboutOpening = { openingTitle: string }
type AboutEvent = { title: string; startsAt: Date; endsAt: Date; place: string; purpose: string }

/** Every mail we send and what it says beside the name of who gets it. Nothing of a card, nobody's name, no sender but the network. */
type Letters = {
  sign_in_link: WithLink
  invite: WithLink
  factors_changed: WithLink
  company_welcome: WithLink
  opening_acknowledged: AboutOpening & WithLink
  no_match: AboutOpening & WithLink & { advice: BestAdvice | null }
  opening_still_open: AboutOpening & WithLink
  /** The words of whoever asks, read and sent by a person. */
  opening_question: WithLink & { subject: string; body: string }
  card_new: AboutOpening & WithLink
  proposal_reminder: AboutOpening & WithLink
  proposal_reminder_last: AboutOpening & WithLink
  card_link_renewed: AboutOpening & WithLink
  card_withdrawn: AboutOpening
  meeting_arranged: AboutOpening & WithLink
  meeting_called_off: AboutOpening
  contract_sent: AboutOpening & WithLink
  answer_thanks: AboutOpening & { answer: 'interested' | 'talk' }
  not_now_thanks: AboutOpening
  check_in: { kind: PlacementKind }
  internship_ends_soon: { endsOn: IsoDate }
  hire_thanks: Record<never, never>
  story_invitation: WithLink
  story_approval_asked: WithLink
  story_thanks: WithLink
  referral_invitation: WithLink
  testimonial_asked: WithLink
  event_invitation: AboutEvent & WithLink
  event_reminder: AboutEvent & WithLink
  event_moved: AboutEvent & WithLink
  event_called_off: AboutEvent
  /** To the people of an organisation that is invited. */
  event_for_colleagues: AboutEvent & WithLink & { calledOff: boolean }
  staff_notice: WithLink
  new_matches: WithLink & { count: number }
  audit_broken: WithLink
  unusual_reading: WithLink
  people_quiet: WithLink
  glass_asked: WithLink
  glass_broken: WithLink
}

export type Template = keyof Letters
export type LetterFacts<T extends Template> = Letters[T]
export type Letter = { [T in Template]: { template: T; facts: Letters[T] } }[Template]

/** A letter whose text coordinators write; the others have theirs in emails/. */
export type WordedLetter = Extract<Letter, { template: WordedTemplate }>
export type OwnLetter = Exclude<Letter, { template: WordedTemplate }>

export const isWordedLetter = (letter: Letter): letter is WordedLetter => isWorded(letter.template)

/** After a doubt whether it left, a `security` mail is sent once more; the others become a task for a person. */
export type MailClass = 'security' | 'company' | 'staff'

/** The class of each mail. A welcome holds the only way in, so it counts as one that opens the door. */
export const classOf: Record<Template, MailClass> = {
  sign_in_link: 'security',
  invite: 'security',
  factors_changed: 'security',
  company_welcome: 'security',
  opening_acknowledged: 'company',
  no_match: 'company',
  opening_still_open: 'company',
  opening_question: 'company',
  card_new: 'company',
  proposal_reminder: 'company',
  proposal_reminder_last: 'company',
  card_link_renewed: 'company',
  card_withdrawn: 'company',
  meeting_arranged: 'company',
  meeting_called_off: 'company',
  contract_sent: 'company',
  answer_thanks: 'company',
  not_now_thanks: 'company',
  check_in: 'company',
  internship_ends_soon: 'company',
  hire_thanks: 'company',
  story_invitation: 'company',
  story_approval_asked: 'company',
  story_thanks: 'company',
  referral_invitation: 'company',
  testimonial_asked: 'company',
  event_invitation: 'company',
  event_reminder: 'company',
  event_moved: 'company',
  event_called_off: 'company',
  event_for_colleagues: 'staff',
  staff_notice: 'staff',
  new_matches: 'staff',
  audit_broken: 'staff',
  unusual_reading: 'staff',
  people_quiet: 'staff',
  glass_asked: 'staff',
  glass_broken: 'staff',
}

export const isTemplate = (name: string): name is Template => name in classOf
