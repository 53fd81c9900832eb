import { type SubmissionResult, useForm } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { interactionKinds } from '#app/domain/companies/interaction-kinds.ts'
import { validities } from '#app/domain/testimonials/validity.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { interactionLabels } from '#app/ui/company/company-words.ts'
import { ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { validityLabels } from '#app/ui/testimonials/testimonial-words.ts'

type Fields = { said: string; validity: string; kind: string; note: string }

export type HeardFormData = {
  testimonialId: string
  /** Whether an answer is waited for, or a yes stands that may be taken back. */
  about: 'answer' | 'withdrawal'
  formKey: string
  constraint: ReturnType<typeof getZodConstraint>
}

type HeardFormProps = { data: HeardFormData; lastResult: SubmissionResult<string[]> | undefined }

/** A page has other forms: only what was typed here comes back here. */
export const isHeard = (result: SubmissionResult<string[]> | undefined): boolean =>
  result?.initialValue?.note !== undefined || result?.error?.note !== undefined

/** Writes down what a company said by voice about being a testimonial. */
export function HeardForm({ data, lastResult }: HeardFormProps) {
  const { testimonialId, about, formKey, constraint } = data
  const own = isHeard(lastResult) ? lastResult : undefined
  const [form, fields] = useForm<Fields>({ id: 'heard', constraint, lastResult: own })
  const answers = about === 'answer'
  return (
    <Card
      as="section"
      title={answers ? m.testimonials_heard_title() : m.testimonials_heard_withdrawal_title()}
    >
      <p className="muted">
        {answers ? m.testimonials_heard_lead() : m.testimonials_heard_withdrawal_lead()}
      </p>
      <Form method="post" id={form.id} noValidate>
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="intent" value="heard" />
        <input type="hidden" name="testimonialId" value={testimonialId} />
        {answers ? (
          <>
            <ConformRadioGroup
              meta={fields.said}
              layout="inline"
              legend={m.testimonials_heard_said()}
              options={[
                { value: 'accepted', label: m.testimonials_heard_yes() },
                { value: 'declined', label: m.testimonials_heard_no() },
              ]}
            />
            <ConformRadioGroup
              meta={fields.validity}
              layout="inline"
              unmarked
              legend={m.testimonials_heard_validity()}
              options={validities.map((value) => ({ value, label: validityLabels[value]() }))}
            />
          </>
        ) : (
          <input type="hidden" name="said" value="withdrawn" />
        )}
        <ConformRadioGroup
          meta={fields.kind}
          layout="inline"
          legend={m.testimonials_heard_how()}
          options={interactionKinds.map((value) => ({ value, label: interactionLabels[value]() }))}
        />
        <ConformField
          meta={fields.note}
          type="textarea"
          rows={3}
          maxLength={1000}
          label={m.testimonials_heard_note()}
          hint={m.testimonials_heard_note_hint()}
        />
        <FormFooter submit={m.testimonials_heard_save()} />
      </Form>
    </Card>
  )
}
