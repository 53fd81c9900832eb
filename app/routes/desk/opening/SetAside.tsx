import { Form } from '@remix-run/react'
import { flatNo, wouldIf, type WhyNot } from '#app/domain/match-reviews/why-not.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { whyNotLabels } from './why-not-words.ts'

type SetAsideProps = { candidateId: string; formKey: string; error: string | null }

const optionOf = (value: WhyNot) => ({ value, label: whyNotLabels[value]() })

/** Sets one person aside for this opening: one choice, one press. */
export function SetAside({ candidateId, formKey, error }: SetAsideProps) {
  return (
    <Disclosure summary={m.reviews_set_aside()} open={error !== null || undefined}>
      <Form method="post">
        <IdempotencyKey value={`${formKey}-${candidateId}`} />
        <input type="hidden" name="candidateId" value={candidateId} />
        <p className="muted">{m.reviews_set_aside_lead()}</p>
        <Field
          type="select"
          name="whyNot"
          id={`why-not-${candidateId}`}
          label={m.reviews_why_not()}
          hint={m.reviews_set_aside_safety()}
          error={error ? [error] : undefined}
          required
          emptyOption="–"
          options={[
            { group: m.reviews_would_if(), options: wouldIf.map(optionOf) },
            { group: m.reviews_flat_no(), options: flatNo.map(optionOf) },
          ]}
        />
        <Button variant="secondary" size="sm" name="intent" value="set-aside">
          {m.reviews_set_aside()}
        </Button>
      </Form>
    </Disclosure>
  )
}

type PutBackProps = { candidateId: string; code: string; formKey: string }

/** Takes it back. */
export function PutBack({ candidateId, code, formKey }: PutBackProps) {
  return (
    <Form method="post">
      <IdempotencyKey value={`${formKey}-${candidateId}`} />
      <input type="hidden" name="candidateId" value={candidateId} />
      <Button variant="secondary" size="sm" name="intent" value="put-back">
        {m.reviews_put_back()}
        <span className="visually-hidden"> {code}</span>
      </Button>
    </Form>
  )
}
