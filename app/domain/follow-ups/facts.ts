import type { IsoDate } from '#app/domain/calendar/rome.ts'

/**
 * What a follow-up or a fact is about. No person and no proposal, which would lead to one: what concerns a person hangs
 * on the card that the company was sent, or on her placement.
 */
export const subjectTypes = [
  'company',
  'contact',
  'opening',
  'card',
  'placement',
  'story',
  'event_invitation',
] as const
export type SubjectType = (typeof subjectTypes)[number]
export type Subject = { type: SubjectType; id: string }

export const subjectKey = ({ type, id }: Subject): string => `${type}:${id}`

/** Answers to a card, as the proposal records them. */
export type Answer = 'interested' | 'not_now' | 'talk'

/** Facts that need no more than their subject and time. */
export const plainFactTypes = [
  'company_added',
  'company_paused',
  'company_resumed',
  'do_not_contact',
  'contact_allowed',
  /**
   * A real exchange in either direction on any channel: a call answered, a visit, a reply; never an automatic message.
   * Its subject is the company, so that it ends every chase there, or the one opening or card that it was about.
   */
  'contacted',
  'unsubscribed',
  'resubscribed',
  'score_warm',
  'score_no_longer_warm',
  'score_cooling',
  'opening_posted',
  /** The company confirmed that the opening still stands. */
  'opening_kept',
  'opening_paused',
  'opening_resumed',
  'opening_closed',
  'proposal_sent',
  'proposal_opened',
  'proposal_withdrawn',
  'proposal_expired',
  /** The person took back her consent to this proposal. */
  'consent_withdrawn',
  'placement_began',
  'placement_ended',
  'hire_talk_held',
  /** Subject: the placement of the hire; `related` names the internship that it grew from, where there is one. */
  'hired',
  /** The person agrees that her placement is told, without her name. */
  'story_consent_given',
  'story_consent_withdrawn',
  'story_begun',
  'story_published',
  'story_withdrawn',
  'referral_made',
  /** A company was invited to an event, by mail or, where nobody there reads mail, by whoever knows it. */
  'event_invited',
  'event_invited_by_voice',
  /** It has heard of the event: our mail left, or somebody told it. */
  'event_told',
  'event_accepted',
  'event_declined',
  /** The event has another day, hour or place. */
  'event_moved',
  'event_begun',
  'event_called_off',
  'event_attended',
  /** It had said yes and nobody came. */
  'event_missed',
] as const

/**
 * Something that happened, as the follow-ups need to know it. Facts are only ever added: a mistaken one gets
 * `withdrawnAt` and stays, because occurrences are numbered by the order of recording. A contact that was logged by mistake is gone
 * without one: what it began is called off and planned anew.
 */
export type Fact = {
  id: string
  subject: Subject
  /** What the subject belongs to: a card's opening, company and contact; an opening's company and contact. */
  related?: readonly Subject[]
  at: Date
  /** When we learnt it, `at` if absent: a call of Monday may be logged on Wednesday. */
  recordedAt?: Date
  withdrawnAt?: Date | null
} & (
  | { type: (typeof plainFactTypes)[number] }
  | { type: 'proposal_answered'; answer: Answer }
  /** The end planned for an internship, said again each time it changes; `at` is when it was set. */
  | { type: 'internship_ends'; endsOn: IsoDate }
)

export type FactType = Fact['type']

/** Facts that open a state, with the fact that ends it. A state in force forbids what would begin under it too. */
const endedBy: Partial<Record<FactType, FactType>> = {
  company_paused: 'company_resumed',
  do_not_contact: 'contact_allowed',
  unsubscribed: 'resubscribed',
  opening_paused: 'opening_resumed',
  score_warm: 'score_no_longer_warm',
  story_consent_given: 'story_consent_withdrawn',
  event_declined: 'event_accepted',
  // One that is put off to a later day has not begun.
  event_begun: 'event_moved',
}

export const isState = (type: FactType): boolean => endedBy[type] !== undefined

/** Order of happening; ids settle a tie, so that the order of storage does not. */
export const byTime = (a: Fact, b: Fact): number => +a.at - +b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** When it had happened and we had learnt it. */
export const knownAt = ({ at, recordedAt = at }: Fact): Date => (+recordedAt > +at ? recordedAt : at)

/** Order of recording, the one that never changes when something older is logged later. */
export const byRecording = (a: Fact, b: Fact): number =>
  +(a.recordedAt ?? a.at) - +(b.recordedAt ?? b.at) || byTime(a, b)

/** What ends the state that a kind of fact opens, where it opens one. */
export const endOf = (type: FactType): FactType | undefined => endedBy[type]

/** Whether the state that `opening` opened still held at `at`; `ends` are the facts that end it for its subject. */
export const holdsAt = (opening: Fact, at: Date, ends: readonly Fact[]): boolean =>
  +opening.at <= +at && !ends.some((fact) => +fact.at <= +at && byTime(fact, opening) > 0)
