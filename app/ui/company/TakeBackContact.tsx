import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type TakeBackContactProps = {
  id: string
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
}

/** Takes back a contact that was logged by mistake: opened first, then said once more. */
export function TakeBackContact({ id, formKey, lastResult }: TakeBackContactProps) {
  const own = lastResult?.initialValue?.interactionId === id ? lastResult : undefined
  const [form] = useForm({ id: `take-back-${id}`, lastResult: own })
  return (
    <Disclosure summary={m.relationship_take_back_open()} open={own !== undefined || undefined}>
      <Form method="post" id={form.id}>
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="interactionId" value={id} />
        <p className="small">{m.relationship_take_back_lead()}</p>
        <Button variant="danger" name="intent" value="take_back">
          {m.relationship_take_back_submit()}
        </Button>
      </Form>
    </Disclosure>
  )
}
