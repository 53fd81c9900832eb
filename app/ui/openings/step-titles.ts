import type { OpeningStep } from '#app/domain/openings/steps.ts'
import { m } from '#app/locales/generated/messages.js'

/** What each step of the form is about, in two words. */
export const stepTitles: Record<OpeningStep, () => string> = {
  1: m.openings_step_what,
  2: m.openings_step_skills,
  3: m.openings_step_when_where,
  4: m.openings_step_conditions,
}
