import type { SubmissionResult } from '@conform-to/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { ReasonForm } from './ReasonForm.tsx'

type ReconsiderFormProps = { formKey: string; lastResult: SubmissionResult<string[]> | undefined }

/** A refusal is not for ever: another look, with what has changed. */
export function ReconsiderForm({ formKey, lastResult }: ReconsiderFormProps) {
  return (
    <Card as="section" title={m.network_reconsider()}>
      <Notice tone="warn">{m.network_verify_is_rejected()}</Notice>
      <ReasonForm
        intent="reconsider"
        formKey={formKey}
        lastResult={lastResult}
        label={m.network_reconsider_reason()}
        hint={m.network_reconsider_reason_hint()}
        submit={m.network_reconsider_submit()}
        note={m.network_reconsider_note()}
        variant="secondary"
      />
    </Card>
  )
}
