/** Why a company says "not now". A closed list: free text about a person it has seen on a card could point at her. */
export const notNowReasons = [
  'hours',
  'start_later',
  'season',
  'skills',
  'language',
  'budget',
  'role_filled',
  'other_choice',
] as const
export type NotNowReason = (typeof notNowReasons)[number]

/** Tells whether a value from a form is one of the reasons. */
export const isNotNowReason = (value: unknown): value is NotNowReason =>
  notNowReasons.some((reason) => reason === value)

export type ReasonAbout = 'shift' | 'start' | 'skills' | 'language' | 'pay' | null

/**
 * The constraint of the match that the reason speaks of, so that the next match and the talk with the company take it
 * up; null where it says nothing about who would fit.
 */
export function constraintBehind(reason: NotNowReason): ReasonAbout {
  switch (reason) {
    case 'hours':
      return 'shift'
    case 'start_later':
    case 'season':
      return 'start'
    case 'skills':
      return 'skills'
    case 'language':
      return 'language'
    case 'budget':
      return 'pay'
    case 'role_filled':
    case 'other_choice':
      return null
    default:
      return reason satisfies never
  }
}
