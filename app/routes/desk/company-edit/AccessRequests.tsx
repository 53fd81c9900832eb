import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { EditView } from './edit-view.server.ts'

type AccessRequestsProps = {
  view: EditView
  admitted?: SubmissionResult<string[]>
  declined?: SubmissionResult<string[]>
}

/** Who asks to enter the company's area, and the two answers; or who may give them. */
export function AccessRequests({ view, admitted, declined }: AccessRequestsProps) {
  const { requests, mayAnswer, formKey } = view
  if (requests.length === 0) return null
  const of = (contactId: string, result?: SubmissionResult<string[]>) =>
    result?.initialValue?.contactId === contactId ? result : undefined
  return (
    <Card as="section" tone="accent" title={m.relationship_access_title()}>
      <p>{mayAnswer ? m.relationship_access_lead() : m.relationship_access_not_yours()}</p>
      <ul className="plain-list stack">
        {requests.map(({ contactId, name, email, when }, index) => (
          <li key={contactId}>
            <strong>{name}</strong>
            <span className="d-block">{email}</span>
            <span className="muted small d-block">{m.relationship_access_when({ when })}</span>
            {mayAnswer ? (
              <Answers
                request={{ contactId, name }}
                formKey={`${formKey}-a${index}`}
                admitted={of(contactId, admitted)}
                declined={of(contactId, declined)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

type AnswersProps = {
  request: { contactId: string; name: string }
  formKey: string
  admitted?: SubmissionResult<string[]>
  declined?: SubmissionResult<string[]>
}

function Answers({ request: { contactId, name }, formKey, admitted, declined }: AnswersProps) {
  const [admit] = useForm({ id: `admit-${contactId}`, lastResult: admitted })
  const [decline, fields] = useForm<{ reason: string }>({
    id: `decline-${contactId}`,
    constraint: { reason: { required: true } },
    lastResult: declined,
  })
  return (
    <>
      <Form method="post" id={admit.id} className="mt-2">
        <FormErrors form={admit} />
        <IdempotencyKey value={`${formKey}-yes`} />
        <input type="hidden" name="contactId" value={contactId} />
        <Button name="intent" value="contact_admit" icon="check">
          {m.relationship_access_admit()}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </Form>
      <Disclosure summary={m.relationship_access_decline_open()} open={declined !== undefined || undefined}>
        <Form method="post" id={decline.id} noValidate>
          <FormErrors form={decline} />
          <IdempotencyKey value={`${formKey}-no`} />
          <input type="hidden" name="contactId" value={contactId} />
          <ConformField
            meta={fields.reason}
            maxLength={200}
            label={m.relationship_reason()}
            hint={m.relationship_access_decline_hint()}
          />
          <Button variant="danger" name="intent" value="contact_decline">
            {m.relationship_access_decline()}
            <span className="visually-hidden"> {name}</span>
          </Button>
        </Form>
      </Disclosure>
    </>
  )
}
