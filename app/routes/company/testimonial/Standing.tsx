import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { scopeLabels } from '#app/ui/testimonials/testimonial-words.ts'
import type { TestimonialLine } from '#app/ui/testimonials/TestimonialHistory.tsx'
import { formatDate } from '#app/web/format.ts'

/** What the company has agreed to, and the way to take it back. */
export function Standing({ testimonial, formKey }: { testimonial: TestimonialLine; formKey: string }) {
  const { id, scope, answeredAt, askedAt, validUntil } = testimonial
  return (
    <Card as="section" title={m.testimonials_standing({ scope: scopeLabels[scope]() })}>
      <p>{m.testimonials_standing_since({ date: formatDate(answeredAt ?? askedAt) })}</p>
      {validUntil ? <p>{m.testimonials_valid_until({ date: formatDate(validUntil) })}</p> : null}
      <Form method="post">
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="testimonialId" value={id} />
        <Button name="intent" value="withdraw" variant="secondary">
          {m.testimonials_withdraw()}
        </Button>
      </Form>
    </Card>
  )
}
