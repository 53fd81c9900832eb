import { type SubmissionResult, useForm } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { Notice } from '#app/ui/Notice.tsx'

type CodeFormProps = {
  constraint: ReturnType<typeof getZodConstraint>
  lastResult: SubmissionResult<string[]> | undefined
  /** Where the form goes. */
  action: string
  /** Where whoever gave the code goes on to. */
  to: string
  intent?: string
  demoCode: string | null
  submit: string
  cancel?: { to: string; label: string }
}

/** The code that the telephone shows now. */
export function CodeForm({
  constraint,
  lastResult,
  action,
  to,
  intent,
  demoCode,
  submit,
  cancel,
}: CodeFormProps) {
  const [form, fields] = useForm<{ code: string }>({ id: 'code', constraint, lastResult })
  return (
    <>
      {demoCode ? (
        <Notice tone="info" title={m.account_code_demo({ code: demoCode })}>
          {m.account_code_demo_detail()}
        </Notice>
      ) : null}
      <Form method="post" action={action} id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors form={form} />
        {intent ? <input type="hidden" name="intent" value={intent} /> : null}
        <input type="hidden" name="to" value={to} />
        <ConformField
          meta={fields.code}
          label={m.account_code()}
          hint={m.account_code_hint()}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
        />
        <FormFooter submit={submit} cancel={cancel} />
      </Form>
    </>
  )
}
