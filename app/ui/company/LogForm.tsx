import { useForm, type SubmissionResult } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { interactionKinds, interactionOutcomes } from '#app/domain/companies/interaction-kinds.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { interactionLabels, outcomeLabels } from '#app/ui/company/company-words.ts'
import type { ContactLine } from '#app/ui/company/company-view.ts'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Checkbox } from '#app/ui/forms/Checkbox.tsx'
import { ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type Fields = {
  kind: string
  outcome: string
  note: string
  contactId: string
  occurredOn: string
  minutes: string
  nextStep: string
  nextStepOn: string
}

export type LogFormProps = {
  constraint: ReturnType<typeof getZodConstraint>
  lastResult: SubmissionResult<string[]> | undefined
  contacts: readonly Pick<ContactLine, 'id' | 'name' | 'active'>[]
  /** Today in Rome, `2026-11-23`: nothing is logged of tomorrow, nothing planned for yesterday. */
  today: string
  formKey: string
  /** When the page was made: whoever was faster since then is shown first. */
  seenAt: string
  /** The line of her day from which she came: the contact settles it unless she says no. */
  settles?: { ref: string; title: string } | null
  /** `cards` are larger under a thumb. */
  layout?: 'inline' | 'cards'
}

/** The short form: what, how, and whatever else there is time for. */
export function LogForm(props: LogFormProps) {
  const { constraint, lastResult, contacts, today, formKey, seenAt, settles, layout } = props
  const [form, fields] = useForm<Fields>({ id: 'log', constraint, lastResult })
  const rest = [fields.contactId, fields.occurredOn, fields.minutes]
  return (
    <Form method="post" id={form.id} noValidate className="log-form">
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      <input type="hidden" name="seenAt" value={seenAt} />
      <ConformRadioGroup
        meta={fields.kind}
        layout={layout ?? 'inline'}
        legend={m.relationship_kind()}
        options={interactionKinds.map((value) => ({ value, label: interactionLabels[value]() }))}
      />
      <ConformRadioGroup
        meta={fields.outcome}
        layout={layout ?? 'inline'}
        legend={m.relationship_outcome()}
        options={interactionOutcomes.map((value) => ({ value, label: outcomeLabels[value]() }))}
      />
      {settles ? (
        <Checkbox
          name="closes"
          value={settles.ref}
          label={m.day_log_settles({ what: settles.title })}
          defaultChecked
        />
      ) : null}
      <ConformField
        meta={fields.note}
        type="textarea"
        rows={3}
        label={m.relationship_log_note()}
        hint={m.relationship_log_note_hint()}
      />
      <ConformField
        meta={fields.nextStep}
        label={m.relationship_log_next()}
        hint={m.relationship_log_next_hint()}
      />
      <ConformField
        meta={fields.nextStepOn}
        type="date"
        width="short"
        min={today}
        unmarked
        label={m.relationship_log_next_on()}
      />
      <Disclosure
        summary={m.relationship_log_more()}
        open={rest.some(({ errors, initialValue }) => Boolean(errors ?? initialValue)) || undefined}
      >
        <ConformField
          meta={fields.contactId}
          type="select"
          unmarked
          label={m.relationship_log_contact()}
          emptyOption={m.relationship_log_contact_none()}
          options={contacts
            .filter(({ active }) => active)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ConformField
          meta={fields.occurredOn}
          type="date"
          width="short"
          max={today}
          unmarked
          label={m.relationship_log_day()}
          hint={m.relationship_log_day_hint()}
        />
        <ConformField
          meta={fields.minutes}
          type="number"
          inputMode="numeric"
          width="tiny"
          unmarked
          label={m.relationship_log_minutes()}
          hint={m.relationship_log_minutes_hint()}
        />
      </Disclosure>
      <Button name="intent" value="log" block>
        {m.relationship_log_submit()}
      </Button>
    </Form>
  )
}
