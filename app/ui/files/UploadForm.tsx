import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Field } from '#app/ui/forms/Field.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'

export type UploadProblem = { field: string; text: string } | undefined

type UploadFormProps = {
  label: string
  hint: string
  accept: string
  problem: UploadProblem
  submit?: string
  children?: ReactNode
}

/** A form that sends one file; what is wrong with it stands beside the field, with or without a script. */
export function UploadForm({ label, hint, accept, problem, submit, children }: UploadFormProps) {
  return (
    <Form method="post" encType="multipart/form-data" noValidate>
      <Field
        name="file"
        type="file"
        required
        label={label}
        hint={hint}
        accept={accept}
        error={problem?.field === 'file' ? [problem.text] : undefined}
      />
      {children}
      <FormFooter submit={submit ?? m.files_send()} note={m.files_note()} />
    </Form>
  )
}
