export const timelineSourceNames = [
  'interaction',
  'opening_posted',
  'opening_closed',
  'card_sent',
  'card_answered',
  'placement',
  'story',
  'stage',
  'mail',
  'mail_unsent',
  'settled',
  'called_off',
  'planned',
  'testimonial_asked',
  'testimonial_answered',
  'testimonial_withdrawn',
  'testimonial_use',
  'event_invited',
  'event_answered',
  'referral_made',
  'referral_received',
  'verification',
  'lead',
  'merged',
] as const
export type TimelineSource = (typeof timelineSourceNames)[number]

/** What a reader may ask for alone, and the sources that it is made of. */
export const timelineTopics = {
  contacts: ['interaction', 'event_invited', 'event_answered'],
  openings: ['opening_posted', 'opening_closed', 'card_sent', 'card_answered'],
  outcomes: [
    ...['placement', 'story'],
    ...['testimonial_asked', 'testimonial_answered', 'testimonial_withdrawn', 'testimonial_use'],
  ] as const,
  mails: ['mail', 'mail_unsent'],
  tasks: ['settled', 'called_off'],
  path: ['stage', 'lead', 'verification', 'referral_made', 'referral_received', 'merged'],
} as const satisfies Record<string, readonly TimelineSource[]>
export type TimelineTopic = keyof typeof timelineTopics
export const timelineTopicNames = Object.keys(timelineTopics) as TimelineTopic[]

/** All of it, what happened, or what is planned. */
export type TimelinePart = 'all' | 'past' | 'planned'

/** One line of a company's history. What the words mean depends on the source; none of them is about a person. */
export type TimelineEntry = {
  source: TimelineSource
  at: Date
  /** `at` is the Monday of the week and nothing finer is known. */
  weekOnly: boolean
  /** Kind, answer, stage, state or template. */
  what: string | null
  /** Outcome, reason or cause, by its code. */
  how: string | null
  /** A title, a note or a reason that somebody wrote. */
  words: string | null
  /** A contact or another company; for a change of stage the stage before. */
  other: string | null
  /** How long it took; of a mail or a task, by how much it was late or waits to leave. */
  minutes: number | null
  by: string | null
  org: string | null
  /** The contact itself, where it is one. */
  interactionId: string | null
}
