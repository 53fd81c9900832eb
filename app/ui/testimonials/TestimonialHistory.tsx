import type { TestimonialState } from '#app/domain/stories/states.ts'
import type { TestimonialScope } from '#app/domain/testimonials/scopes.ts'
import { m } from '#app/locales/generated/messages.js'
import { scopeLabels } from '#app/ui/testimonials/testimonial-words.ts'
import { TestimonialTag } from '#app/ui/testimonials/TestimonialTag.tsx'
import { formatDate } from '#app/web/format.ts'

export type TestimonialLine = {
  id: string
  state: TestimonialState
  scope: TestimonialScope
  askedAt: Date
  answeredAt: Date | null
  validUntil: Date | null
  speaks: boolean
}

/** Requests made to a company, the newest first. */
export function TestimonialHistory({
  title,
  requests,
}: {
  title: string
  requests: readonly TestimonialLine[]
}) {
  if (requests.length === 0) return null
  return (
    <section aria-labelledby="testimonial-history">
      <h2 id="testimonial-history">{title}</h2>
      <ul className="plain-list stack">
        {requests.map(({ id, state, scope, askedAt, answeredAt, speaks }) => (
          <li key={id}>
            <TestimonialTag state={state} speaks={speaks} /> {scopeLabels[scope]()}
            <span className="muted">
              {' · '}
              {answeredAt ? formatDate(answeredAt) : m.testimonials_asked_on({ date: formatDate(askedAt) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
