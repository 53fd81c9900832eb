import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { EnterButton } from '#app/ui/forms/EnterButton.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import type { ConformForm } from '#app/ui/forms/form-errors.ts'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { useStay } from '#app/ui/forms/use-stay.ts'

export type StepFrame = { formKey: string; version: string; draft: boolean; page: string; last: boolean }

type StepFormProps = StepFrame & {
  form: ConformForm
  children: ReactNode
}

/** The form around one step: errors first, then the questions, then the ways on. */
export function StepForm({ form, formKey, version, draft, page, last, children }: StepFormProps) {
  const stay = useStay()
  return (
    <Form method="post" id={form.id} noValidate onSubmit={stay}>
      <EnterButton name="do" />
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      <input type="hidden" name="version" value={version} />
      {children}
      <FormFooter
        submit={draft ? (last ? m.openings_save_check() : m.openings_save_next()) : m.openings_save_changes()}
        note={draft ? m.openings_save_note() : m.openings_edit_note()}
        cancel={draft ? undefined : { to: page, label: m.openings_cancel() }}
      >
        {draft && !last ? (
          <Button variant="secondary" name="intent" value="leave">
            {m.openings_save_leave()}
          </Button>
        ) : null}
      </FormFooter>
    </Form>
  )
}
