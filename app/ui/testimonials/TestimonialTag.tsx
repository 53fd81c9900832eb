import type { TestimonialState } from '#app/domain/stories/states.ts'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { testimonialLooks } from '#app/ui/testimonials/testimonial-words.ts'

/** Where a request to be a testimonial stands. */
export function TestimonialTag({ state }: { state: TestimonialState }) {
  const { tone, icon, label } = testimonialLooks[state]
  return (
    <StatusTag tone={tone} icon={icon}>
      {label()}
    </StatusTag>
  )
}
