import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Notice } from '#app/ui/Notice.tsx'

type RecoveryCodesProps = {
  /** How many are unused; null where none were ever made. */
  left: number | null
  /** Just made, and shown this once. */
  codes: readonly string[] | null
  fresh: boolean
}

/** Codes on paper for the day on which telephone and computer are lost. */
export function RecoveryCodes({ left, codes, fresh }: RecoveryCodesProps) {
  return (
    <section aria-labelledby="recovery-title" className="stack">
      <h2 id="recovery-title">{m.security_recovery_title()}</h2>
      <p>{m.security_recovery_lead()}</p>
      {codes ? (
        <Notice tone="ok" title={m.security_recovery_made()} role="status">
          <p>{m.security_recovery_once()}</p>
          <ul className="plain-list">
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <p>
          <strong>
            {left === null ? m.security_recovery_none() : m.security_recovery_left({ count: left })}
          </strong>
        </p>
      )}
      {fresh && !codes ? (
        <Form method="post" action="/account/sicurezza">
          <Button variant="secondary" name="intent" value="codes">
            {left === null ? m.security_recovery_make() : m.security_recovery_make_again()}
          </Button>
        </Form>
      ) : null}
    </section>
  )
}
