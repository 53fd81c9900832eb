import { Form } from '@remix-run/react'
import type { PasskeyView } from '#app/domain/accounts/passkeys.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { PasskeyButton } from '#app/ui/passkeys/PasskeyButton.tsx'
import { Table } from '#app/ui/Table.tsx'
import { formatDateTime } from '#app/web/format.ts'

type PasskeyListProps = {
  passkeys: readonly PasskeyView[]
  /** Her role needs one: the last stays. */
  required: boolean
  /** Whether she has just shown that it is her: else there is nothing to press. */
  fresh: boolean
  refused: readonly string[] | null | undefined
}

/** One's passkeys, each with a way to forget it, and the way to make another. */
export function PasskeyList({ passkeys, required, fresh, refused }: PasskeyListProps) {
  const removable = fresh && !(required && passkeys.length === 1)
  const nameOf = ({ device }: PasskeyView) => device || m.account_device_unknown()
  return (
    <section aria-labelledby="passkeys-title" className="stack">
      <h2 id="passkeys-title">{m.security_passkeys_title()}</h2>
      <p>{m.security_passkey_what()}</p>
      {required ? <p>{m.security_passkey_required()}</p> : null}
      {passkeys.length === 0 ? (
        <p className="muted">{m.security_passkeys_none()}</p>
      ) : (
        <Table
          caption={m.security_passkeys_title()}
          captionHidden
          rows={passkeys}
          rowKey={({ id }) => id}
          columns={[
            { key: 'device', header: m.security_passkey_made_on(), cell: nameOf },
            {
              key: 'created',
              header: m.security_passkey_since(),
              cell: ({ createdAt }) => formatDateTime(createdAt),
            },
            {
              key: 'used',
              header: m.account_device_seen(),
              cell: ({ lastUsedAt }) =>
                lastUsedAt ? formatDateTime(lastUsedAt) : m.security_passkey_unused(),
            },
            {
              key: 'remove',
              header: m.security_passkey_remove(),
              cell: (row) =>
                removable ? (
                  <Form method="post" action="/account/sicurezza">
                    <input type="hidden" name="intent" value="remove" />
                    <input type="hidden" name="id" value={row.id} />
                    <Button
                      variant="danger"
                      size="sm"
                      aria-label={m.security_passkey_remove_of({ device: nameOf(row) })}
                    >
                      {m.security_passkey_remove()}
                    </Button>
                  </Form>
                ) : (
                  <span className="muted">{m.security_passkey_stays()}</span>
                ),
            },
          ]}
        />
      )}
      {fresh ? (
        <PasskeyButton
          use="nuova"
          action="/account/sicurezza"
          label={m.security_passkey_make()}
          variant="secondary"
          refused={refused}
        />
      ) : null}
    </section>
  )
}
