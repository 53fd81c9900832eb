import type { TestimonialState } from '#app/domain/stories/states.ts'
import type { TestimonialScope, UseKind } from '#app/domain/testimonials/scopes.ts'
import type { Validity } from '#app/domain/testimonials/validity.ts'
import { m } from '#app/locales/generated/messages.js'
import type { IconName } from '#app/ui/icon-paths.ts'
import type { Tone } from '#app/ui/tone.ts'

/** Where a company speaks, as it reads in a sentence. */
export const scopeLabels: Record<TestimonialScope, () => string> = {
  events: m.testimonials_scope_events,
  web: m.testimonials_scope_web,
  both: m.testimonials_scope_both,
  everywhere: m.testimonials_scope_everywhere,
}

export const scopeHints: Record<TestimonialScope, () => string> = {
  events: m.testimonials_scope_events_hint,
  web: m.testimonials_scope_web_hint,
  both: m.testimonials_scope_both_hint,
  everywhere: m.testimonials_scope_everywhere_hint,
}

/** How the state of a request looks and reads. */
export const testimonialLooks: Record<TestimonialState, { tone: Tone; icon: IconName; label: () => string }> =
  {
    asked: { tone: 'warn', icon: 'clock', label: m.testimonials_state_asked },
    accepted: { tone: 'ok', icon: 'megaphone', label: m.testimonials_state_accepted },
    declined: { tone: 'neutral', icon: 'minus', label: m.testimonials_state_declined },
    withdrawn: { tone: 'neutral', icon: 'close', label: m.testimonials_state_withdrawn },
  }

/** Where the voice of a company was used. */
export const useLabels: Record<UseKind, () => string> = {
  event: m.testimonials_use_event,
  site: m.testimonials_use_site,
  pitch: m.testimonials_use_pitch,
  press: m.testimonials_use_press,
}

/** For how long a company says yes. */
export const validityLabels: Record<Validity, () => string> = {
  '12': m.testimonials_validity_12,
  '24': m.testimonials_validity_24,
  open: m.testimonials_validity_open,
}
