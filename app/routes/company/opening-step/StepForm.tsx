import { Form, useSubmit } from '@remix-run/react'
import type { FormEvent, ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import type { ConformForm } from '#app/ui/forms/form-errors.ts'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

export type StepFrame = { formKey: string; version: string; draft: boolean; page: string; last: boolean }

type StepFormProps = StepFrame & {
  form: ConformForm
  children: ReactNode
}

/** The form around one step: errors first, then the questions, then the ways on. */
export function StepForm({ form, formKey, version, draft, page, last, children }: StepFormProps) {
  const submit = useSubmit()
  /** A button of a list only changes the page: the reader stays where she is instead of going back to the top. */
  const stay = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    if (!(submitter instanceof HTMLButtonElement) || !submitter.formNoValidate) return
    event.preventDefault()
    submit(submitter, { method: 'post', preventScrollReset: true, replace: true })
  }
  return (
    <Form method="post" id={form.id} noValidate onSubmit={stay}>
      {/* Enter presses a form's first button, which would else be one of a list or a grid. */}
      <button
        type="submit"
        name="do"
        value="enter"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
      />
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
