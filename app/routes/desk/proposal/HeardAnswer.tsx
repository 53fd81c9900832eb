import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

export type HeardAnswerProps = {
  formKey: string
  reasons: readonly { value: string; label: string }[]
  lastResult: SubmissionResult<string[]> | undefined
}

/** What the company said on the phone, written down by who heard it. */
export function HeardAnswer({ formKey, reasons, lastResult }: HeardAnswerProps) {
  const [form, fields] = useForm<{ answer: string; reason: string }>({
    id: 'heard',
    constraint: { answer: { required: true } },
    lastResult,
  })
  return (
    <Disclosure summary={m.proposals_heard()} open={lastResult !== undefined || undefined}>
      <Form method="post" id={form.id} noValidate>
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <ConformRadioGroup
          meta={fields.answer}
          legend={m.proposals_heard_answer()}
          options={[
            { value: 'interested', label: m.desk_card_interested() },
            { value: 'talk', label: m.desk_card_talk() },
            { value: 'not_now', label: m.desk_card_not_now() },
          ]}
        />
        <ConformField
          meta={fields.reason}
          type="select"
          emptyOption={m.desk_choose()}
          label={m.proposals_heard_reason()}
          hint={m.proposals_heard_reason_hint()}
          options={[...reasons]}
        />
        <FormFooter
          submit={m.proposals_heard_submit()}
          intent={{ name: 'intent', value: 'answer' }}
          variant="secondary"
          note={m.proposals_heard_note()}
        />
      </Form>
    </Disclosure>
  )
}
