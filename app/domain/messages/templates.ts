/**
 * Messages that a rule sends and whose text is data: coordinators write it, named variables are filled in when it leaves.
 * Security mails, and what a person sends herself, are not among them.
 */
export const wordedTemplates = [
  'opening_acknowledged',
  'no_match',
  'opening_still_open',
  'proposal_reminder',
  'proposal_reminder_last',
  'not_now_thanks',
  'check_in',
  'internship_ends_soon',
  'hire_thanks',
  'story_invitation',
  'story_thanks',
  'referral_invitation',
  'event_invitation',
  'event_reminder',
  'event_moved',
  'event_called_off',
] as const
export type WordedTemplate = (typeof wordedTemplates)[number]

export const isWorded = (template: string): template is WordedTemplate =>
  wordedTemplates.some((known) => known === template)

/**
 * What a text may name, in the words of those who write it: the company, its opening, the kind of placement, the day on
 * which an internship ends, the change that in general helps most, an event with its day, place and purpose. Nothing of a
 * person.
 */
export type Variable =
  | 'azienda'
  | 'opportunita'
  | 'percorso'
  | 'fine'
  | 'consiglio'
  | 'evento'
  | 'quando'
  | 'luogo'
  | 'scopo'

const EVENT: readonly Variable[] = ['azienda', 'evento', 'quando', 'luogo', 'scopo']
const OPENING: readonly Variable[] = ['azienda', 'opportunita']

export const variablesOf: Record<WordedTemplate, readonly Variable[]> = {
  opening_acknowledged: OPENING,
  no_match: [...OPENING, 'consiglio'],
  opening_still_open: OPENING,
  proposal_reminder: OPENING,
  proposal_reminder_last: OPENING,
  not_now_thanks: OPENING,
  check_in: ['azienda', 'percorso'],
  internship_ends_soon: ['azienda', 'fine'],
  hire_thanks: ['azienda'],
  story_invitation: ['azienda'],
  story_thanks: ['azienda'],
  referral_invitation: ['azienda'],
  event_invitation: EVENT,
  event_reminder: EVENT,
  event_moved: EVENT,
  event_called_off: ['azienda', 'evento', 'quando', 'luogo'],
}

/** Those that end in a button; the others are answered by replying or need no answer. */
const WITH_BUTTON: readonly WordedTemplate[] = [
  'opening_acknowledged',
  'no_match',
  'opening_still_open',
  'proposal_reminder',
  'proposal_reminder_last',
  'story_invitation',
  'story_thanks',
  'referral_invitation',
  'event_invitation',
  'event_reminder',
  'event_moved',
]

export const hasButton = (template: WordedTemplate): boolean => WITH_BUTTON.includes(template)

export type MessageLocale = 'it' | 'en'

/** A text as it is written: paragraphs are parted by an empty line; `action` is the button's, empty where there is none. */
export type MessageText = { subject: string; body: string; action: string }
export type MessageTexts = Record<MessageLocale, MessageText>

/** A text with its variables filled in, ready for the paper. */
export type MessageWords = {
  subject: string
  paragraphs: string[]
  /** The label of the button, where there is one. */
  action: string | null
  afterwards: string[]
}
