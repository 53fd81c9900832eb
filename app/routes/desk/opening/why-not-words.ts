import type { WhyNot } from '#app/domain/match-reviews/why-not.ts'
import { m } from '#app/locales/generated/messages.js'

/** The reasons for which somebody is set aside, as the end of a sentence that "She would, if" or "No, because" begins. */
export const whyNotLabels: Record<WhyNot, () => string> = {
  hours: m.reviews_why_hours,
  childcare: m.reviews_why_childcare,
  distance: m.reviews_why_distance,
  licence: m.reviews_why_licence,
  pay: m.reviews_why_pay,
  later_start: m.reviews_why_later_start,
  italian: m.reviews_why_italian,
  skills: m.reviews_why_skills,
  prefers_other_work: m.reviews_why_prefers_other_work,
  other_path: m.reviews_why_other_path,
  company: m.reviews_why_company,
  other: m.reviews_why_other,
}
