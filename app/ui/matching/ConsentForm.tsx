import { useForm, type SubmissionResult } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { ConsentHow } from './ConsentHow.tsx'

type Fields = { decision: string; language: string; channel: string; withMediator: string }

type ConsentFormProps = {
  constraint: ReturnType<typeof getZodConstraint>
  formKey: string
  /** The words to read to her. */
  text: string
  consent: { decision: 'given' | 'refused' | 'withdrawn'; date: string; how: string; current: boolean } | null
  /** Which card and words the form is about. */
  seen: string
  /** What it is that she is asked, and what a yes and a no say. */
  labels: { title: string; given: string; refused: string }
  lastResult: SubmissionResult<string[]> | undefined
}

function Questions({
  constraint,
  formKey,
  seen,
  labels,
  lastResult,
}: Pick<ConsentFormProps, 'constraint' | 'formKey' | 'seen' | 'labels' | 'lastResult'>) {
  const [form, fields] = useForm<Fields>({
    id: 'consent',
    constraint,
    lastResult,
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      <input type="hidden" name="read" value={seen} />
      <ConformRadioGroup
        meta={fields.decision}
        legend={m.proposals_consent_decision()}
        options={[
          { value: 'given', label: labels.given },
          { value: 'refused', label: labels.refused },
        ]}
      />
      <ConsentHow fields={fields} />
    </Form>
  )
}

/** Her answer: what she is asked, what she said, and the form that records it. Nothing is ticked beforehand. */
export function ConsentForm({ text, consent, ...questions }: ConsentFormProps) {
  const given = consent?.decision === 'given'
  const outdated = given && !consent.current
  return (
    <Card as="section" title={questions.labels.title}>
      {consent ? (
        <Notice tone={outdated ? 'warn' : given ? 'ok' : 'info'}>
          <p>
            {outdated
              ? m.proposals_consent_to_another({ date: consent.date })
              : given
                ? m.proposals_consent_standing({ date: consent.date })
                : m.proposals_consent_was_refused({ date: consent.date })}
          </p>
          <p>{consent.how}</p>
        </Notice>
      ) : (
        <p>{m.proposals_consent_read()}</p>
      )}
      <blockquote className="quote">{text}</blockquote>
      {consent ? (
        <Disclosure
          summary={m.proposals_consent_again()}
          open={questions.lastResult !== undefined || outdated || undefined}
        >
          <Questions {...questions} />
        </Disclosure>
      ) : (
        <Questions {...questions} />
      )}
    </Card>
  )
}
