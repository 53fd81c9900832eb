/** "She would, if …": what would have to change, on her side or the company's, for her to say yes. */
export const wouldIf = [
  'hours',
  'childcare',
  'distance',
  'licence',
  'pay',
  'later_start',
  'italian',
  'skills',
] as const

/** Reasons that no change of the opening mends. */
export const flatNo = ['prefers_other_work', 'other_path', 'company', 'other'] as const

/** Why somebody was set aside for an opening: a closed list, because a note about a person belongs in her file. */
export const whyNots = [...wouldIf, ...flatNo] as const
export type WhyNot = (typeof whyNots)[number]

/** Tells whether a value of an address or a form is one of the reasons. */
export const isWhyNot = (value: unknown): value is WhyNot => whyNots.some((known) => known === value)
