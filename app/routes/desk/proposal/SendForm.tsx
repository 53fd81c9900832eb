import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { ProposalView } from './proposal-view.server.ts'

type SendFormProps = Pick<ProposalView, 'consent' | 'seen'> & {
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
}

/** Sends the card that is shown, once her yes to it is there. */
export function SendForm({ formKey, consent, seen, lastResult }: SendFormProps) {
  const [form] = useForm<{ seen: string }>({ id: 'send', lastResult })
  const ready = consent?.decision === 'given' && consent.current
  return (
    <Form method="post" id={form.id}>
      <FormErrors form={form} />
      {ready ? (
        <>
          <IdempotencyKey value={formKey} />
          <input type="hidden" name="seen" value={seen} />
          <FormFooter
            submit={m.proposals_send()}
            intent={{ name: 'intent', value: 'send' }}
            note={m.proposals_send_note()}
          />
        </>
      ) : (
        <p className="muted">{m.proposals_send_needs_consent()}</p>
      )}
    </Form>
  )
}
