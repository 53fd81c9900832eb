import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { TaskAudience } from '#app/domain/follow-ups/rule.ts'
import type { TimingUnit } from '#app/domain/follow-ups/timing.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { ConformCheckbox, ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { MessageFields } from './MessageFields.tsx'
import type { RuleFields } from './rule-fields.ts'
import type { RuleView } from './rule-view.server.ts'

const units: Record<TimingUnit, () => string> = {
  at_once: m.rules_unit_at_once,
  working_days: m.rules_unit_working_days,
  days: m.rules_unit_days,
  months: m.rules_unit_months,
  days_before: m.rules_unit_days_before,
}

const audiences: Record<TaskAudience, () => string> = {
  lead: m.follow_ups_audience_lead,
  case_manager: m.follow_ups_audience_case_manager,
  coordinator: m.follow_ups_audience_coordinator,
}

type RuleFormProps = { rule: RuleView; lastResult: SubmissionResult<string[]> | undefined }

/** Changes a rule: on or off, when, by what, by whom and in which words. Looked at and tried before it is saved. */
export function RuleForm({ rule, lastResult }: RuleFormProps) {
  const { form: parts, constraint, version, keys } = rule
  const [form, fields] = useForm<RuleFields>({
    id: 'rule',
    constraint,
    lastResult,
    defaultValue: parts.values,
  })
  const before = parts.units.includes('days_before')
  return (
    <Form method="post" id={form.id} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={keys.save} />
      <input type="hidden" name="version" value={version} />
      <ConformCheckbox meta={fields.enabled} label={m.rules_enabled()} hint={m.rules_enabled_hint()} />
      <div className="field-row">
        <ConformField
          meta={fields.amount}
          type="number"
          width="short"
          label={before ? m.rules_amount_before() : m.rules_amount()}
          unmarked
        />
        <ConformField
          meta={fields.unit}
          type="select"
          label={m.rules_unit()}
          options={parts.units.map((value) => ({ value, label: units[value]() }))}
        />
      </div>
      {parts.every ? (
        <ConformField
          meta={fields.every}
          type="number"
          width="short"
          label={parts.every === 'months' ? m.rules_every_months() : m.rules_every_days()}
          unmarked
        />
      ) : null}
      {parts.channels ? (
        <ConformRadioGroup
          meta={fields.channel}
          legend={m.rules_channel()}
          unmarked
          options={[
            { value: 'message', label: m.rules_channel_message() },
            { value: 'task', label: m.rules_channel_task(), hint: m.rules_channel_task_hint() },
          ]}
        />
      ) : null}
      {parts.audiences.length > 1 ? (
        <ConformRadioGroup
          meta={fields.audience}
          legend={m.rules_audience()}
          unmarked
          hint={m.rules_audience_hint()}
          options={parts.audiences.map((value) => ({ value, label: audiences[value]() }))}
        />
      ) : null}
      {parts.channels ? <MessageFields fields={fields} rule={rule} /> : null}
      <ConformField meta={fields.why} label={m.rules_why()} hint={m.rules_why_hint()} width="wide" />
      <FormFooter
        submit={m.rules_save()}
        intent={{ name: 'intent', value: 'save' }}
        note={m.rules_save_note()}
      >
        <Button name="intent" value="try" variant="secondary">
          {m.rules_try()}
        </Button>
      </FormFooter>
    </Form>
  )
}
