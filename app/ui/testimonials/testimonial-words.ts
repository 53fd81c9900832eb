import type { TestimonialState } from '#app/domain/stories/states.ts'
import type { TestimonialScope } from '#app/domain/testimonials/scopes.ts'
import { m } from '#app/locales/generated/messages.js'
import type { IconName } from '#app/ui/icon-paths.ts'
import type { Tone } from '#app/ui/tone.ts'

/** Where a company speaks, as it reads in a sentence. */
export const scopeLabels: Record<TestimonialScope, () => string> = {
  events: m.testimonials_scope_events,
  web: m.testimonials_scope_web,
  both: m.testimonials_scope_both,
}

export const scopeHints: Record<TestimonialScope, () => string> = {
  events: m.testimonials_scope_events_hint,
  web: m.testimonials_scope_web_hint,
  both: m.testimonials_scope_both_hint,
}

/** How the state of a request looks and reads. */
export const testimonialLooks: Record<TestimonialState, { tone: Tone; icon: IconName; label: () => string }> =
  {
    asked: { tone: 'warn', icon: 'clock', label: m.testimonials_state_asked },
    accepted: { tone: 'ok', icon: 'megaphone', label: m.testimonials_state_accepted },
    declined: { tone: 'neutral', icon: 'minus', label: m.testimonials_state_declined },
    withdrawn: { tone: 'neutral', icon: 'close', label: m.testimonials_state_withdrawn },
  }
