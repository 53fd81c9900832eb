import { useForm, type SubmissionResult } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type Words = { title: string; need: string; solution: string; result: string; quote: string }
type Fields = Words & { daysToFill: string; monthsRetained: string }

type Story = Words & { daysToFill: number | null; monthsRetained: number | null; version: number }

type StoryFormProps = {
  constraint: ReturnType<typeof getZodConstraint>
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
  submit: string
  intent?: string
  cancel?: { to: string; label: string }
  /** A story that is being changed, with the version that was read. */
  story?: Story
}

/** The words of a story as its fields show them: a figure that is not known is an empty field. */
function startingFrom({ title, need, solution, result, quote, daysToFill, monthsRetained }: Story): Fields {
  return {
    ...{ title, need, solution, result, quote },
    daysToFill: daysToFill?.toString() ?? '',
    monthsRetained: monthsRetained?.toString() ?? '',
  }
}

/** The six questions of a story. The same for the company and for whoever writes it for the company. */
export function StoryForm({
  constraint,
  formKey,
  lastResult,
  submit,
  intent,
  cancel,
  story,
}: StoryFormProps) {
  const [form, fields] = useForm<Fields>({
    id: 'story',
    constraint,
    lastResult,
    defaultValue: story ? startingFrom(story) : {},
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      {story ? <input type="hidden" name="version" value={story.version} /> : null}
      <ConformField
        meta={fields.title}
        label={m.stories_form_title()}
        hint={m.stories_form_title_hint()}
        width="wide"
      />
      <ConformField
        meta={fields.need}
        type="textarea"
        rows={4}
        width="wide"
        label={m.stories_form_need()}
        hint={m.stories_form_need_hint()}
      />
      <ConformField
        meta={fields.solution}
        type="textarea"
        rows={4}
        width="wide"
        label={m.stories_form_solution()}
        hint={m.stories_form_solution_hint()}
      />
      <ConformField
        meta={fields.result}
        type="textarea"
        rows={4}
        width="wide"
        label={m.stories_form_result()}
        hint={m.stories_form_result_hint()}
      />
      <div className="field-row">
        <ConformField
          meta={fields.daysToFill}
          inputMode="numeric"
          width="tiny"
          label={m.stories_form_days()}
          hint={m.stories_form_days_hint()}
        />
        <ConformField
          meta={fields.monthsRetained}
          inputMode="numeric"
          width="tiny"
          label={m.stories_form_months()}
          hint={m.stories_form_months_hint()}
        />
      </div>
      <ConformField
        meta={fields.quote}
        type="textarea"
        rows={2}
        width="wide"
        label={m.stories_form_quote()}
        hint={m.stories_form_quote_hint()}
      />
      <FormFooter
        submit={submit}
        variant={story ? 'secondary' : 'primary'}
        intent={intent ? { name: 'intent', value: intent } : undefined}
        cancel={cancel}
      />
    </Form>
  )
}
