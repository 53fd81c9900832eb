import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { RadioGroup } from '#app/ui/forms/RadioGroup.tsx'
import { validities } from '#app/domain/testimonials/validity.ts'
import { scopeHints, scopeLabels, validityLabels } from '#app/ui/testimonials/testimonial-words.ts'
import type { TestimonialLine } from '#app/ui/testimonials/TestimonialHistory.tsx'
import { formatDate } from '#app/web/format.ts'

/** The question, and its two answers one click away. */
export function Request({
  request: { id, scope, askedAt },
  formKey,
}: {
  request: TestimonialLine
  formKey: string
}) {
  return (
    <Card
      as="section"
      tone="accent"
      eyebrow={m.testimonials_asked_on({ date: formatDate(askedAt) })}
      title={m.testimonials_request({ scope: scopeLabels[scope]() })}
    >
      <p>{scopeHints[scope]()}</p>
      <p>{m.testimonials_request_text()}</p>
      <Form method="post">
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="testimonialId" value={id} />
        <RadioGroup
          legend={m.testimonials_validity()}
          name="validity"
          hint={m.testimonials_validity_hint()}
          layout="inline"
          unmarked
          defaultValue="24"
          options={validities.map((value) => ({ value, label: validityLabels[value]() }))}
        />
        <div className="button-row">
          <Button name="answer" value="accepted" icon="check">
            {m.testimonials_yes()}
          </Button>
          <Button name="answer" value="declined" variant="secondary">
            {m.testimonials_no()}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
