import { useForm, type SubmissionResult } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { ConformCheckbox, ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Notice } from '#app/ui/Notice.tsx'

type Fields = { decision: string; registerChecked: string; note: string }

type DecisionFormProps = {
  companyId: string
  decidedByMe: boolean
  /** Somebody of the network has met somebody of the company. */
  met: boolean
  constraint: ReturnType<typeof getZodConstraint>
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
}

/** The reader's own decision; or why there is none to take. */
export function DecisionForm({ decidedByMe, ...form }: DecisionFormProps) {
  if (decidedByMe) return <Notice tone="info">{m.network_verify_you_approved()}</Notice>
  return (
    <Card as="section" title={m.network_verify_yours()}>
      <Questions {...form} />
    </Card>
  )
}

type QuestionsProps = Omit<DecisionFormProps, 'decidedByMe'>

function Questions({ companyId, met, constraint, formKey, lastResult }: QuestionsProps) {
  const [form, fields] = useForm<Fields>({
    id: 'decision',
    constraint,
    lastResult,
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      {met ? null : (
        <Notice tone="warn">
          <p>{m.network_verify_no_human_contact()}</p>
          <ButtonLink to={`/rete/aziende/${companyId}`} variant="quiet" size="sm">
            {m.network_verify_log_contact()}
          </ButtonLink>
        </Notice>
      )}
      <ConformRadioGroup
        meta={fields.decision}
        legend={m.network_verify_decision()}
        layout="cards"
        options={[
          {
            value: 'approved',
            label: m.network_verify_approve(),
            hint: m.network_verify_approve_hint(),
            disabled: !met,
          },
          { value: 'rejected', label: m.network_verify_reject(), hint: m.network_verify_reject_hint() },
        ]}
      />
      <ConformCheckbox
        meta={fields.registerChecked}
        label={m.network_verify_register()}
        hint={m.network_verify_register_hint()}
      />
      <ConformField
        meta={fields.note}
        type="textarea"
        rows={3}
        width="wide"
        label={m.network_verify_note()}
        hint={m.network_verify_note_hint()}
      />
      <FormFooter submit={m.network_verify_submit()} />
    </Form>
  )
}
