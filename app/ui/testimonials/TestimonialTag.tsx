import type { TestimonialState } from '#app/domain/stories/states.ts'
import { m } from '#app/locales/generated/messages.js'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { testimonialLooks } from '#app/ui/testimonials/testimonial-words.ts'

/** Where a request to be a testimonial stands; a yes that has run out says so. */
export function TestimonialTag({ state, speaks }: { state: TestimonialState; speaks: boolean }) {
  if (state === 'accepted' && !speaks)
    return (
      <StatusTag tone="neutral" icon="clock">
        {m.testimonials_state_expired()}
      </StatusTag>
    )
  const { tone, icon, label } = testimonialLooks[state]
  return (
    <StatusTag tone={tone} icon={icon}>
      {label()}
    </StatusTag>
  )
}
