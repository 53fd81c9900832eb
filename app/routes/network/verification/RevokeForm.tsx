import type { SubmissionResult } from '@conform-to/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { ReasonForm } from './ReasonForm.tsx'

type RevokeFormProps = { formKey: string; lastResult: SubmissionResult<string[]> | undefined }

/** A verified company: all is well, and the way to stop it at once when it is not. */
export function RevokeForm({ formKey, lastResult }: RevokeFormProps) {
  return (
    <Card as="section" title={m.network_revoke_title()}>
      <Notice tone="ok">{m.network_verify_is_verified()}</Notice>
      <p>{m.network_revoke_lead()}</p>
      <Disclosure summary={m.network_revoke()} open={lastResult !== undefined || undefined}>
        <ReasonForm
          intent="revoke"
          formKey={formKey}
          lastResult={lastResult}
          label={m.network_revoke_reason()}
          hint={m.network_revoke_reason_hint()}
          submit={m.network_revoke_submit()}
          note={m.network_revoke_note()}
          variant="danger"
        />
      </Disclosure>
    </Card>
  )
}
