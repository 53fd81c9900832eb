import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Badge } from '#app/ui/Badge.tsx'
import { Button } from '#app/ui/Button.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Table } from '#app/ui/Table.tsx'
import { formatDateTime } from '#app/web/format.ts'

type Row = { handle: string; device: string; lastSeenAt: Date; createdAt: Date; thisOne: boolean }

/** Where one is signed in, each with a way to end it. */
export function Devices({ devices, formKey }: { devices: readonly Row[]; formKey: string }) {
  const nameOf = ({ device }: Row) => device || m.account_device_unknown()
  return (
    <section aria-labelledby="devices-title" className="stack">
      <h2 id="devices-title">{m.account_devices_title()}</h2>
      <Table
        caption={m.account_devices_title()}
        captionHidden
        rows={devices}
        rowKey={({ handle }) => handle}
        columns={[
          { key: 'device', header: m.account_device(), cell: nameOf },
          {
            key: 'seen',
            header: m.account_device_seen(),
            cell: ({ lastSeenAt }) => formatDateTime(lastSeenAt),
          },
          {
            key: 'since',
            header: m.account_device_since(),
            cell: ({ createdAt }) => formatDateTime(createdAt),
          },
          {
            key: 'end',
            header: m.account_device_access(),
            cell: (row) =>
              row.thisOne ? (
                <Badge tone="brand">{m.account_device_this()}</Badge>
              ) : (
                <Form method="post" action="/account">
                  <IdempotencyKey value={`${formKey}-${row.handle.slice(0, 12)}`} />
                  <input type="hidden" name="intent" value="revoke" />
                  <input type="hidden" name="handle" value={row.handle} />
                  <Button
                    variant="secondary"
                    size="sm"
                    aria-label={m.account_device_end_of({ device: nameOf(row) })}
                  >
                    {m.account_device_end()}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      <form method="post" action="/account">
        <input type="hidden" name="intent" value="everywhere" />
        <Button variant="danger">{m.account_everywhere()}</Button>
      </form>
    </section>
  )
}
