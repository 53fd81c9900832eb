import { Form, useLocation } from '@remix-run/react'
import type { AccountRow } from '#app/domain/accounts/list-accounts.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { roleLabels } from '#app/ui/role-labels.ts'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { Table } from '#app/ui/Table.tsx'
import type { Tone } from '#app/ui/tone.ts'

type AccountTableProps = { rows: readonly AccountRow[]; total: number; me: string | null; formKey: string }
type State = AccountRow['state']

const states: Record<State, { tone: Tone; label: () => string }> = {
  active: { tone: 'ok', label: m.admin_state_active },
  invited: { tone: 'warn', label: m.admin_state_invited },
  inactive: { tone: 'neutral', label: m.admin_state_inactive },
}

/** The accounts found, each with what can be done to it. */
export function AccountTable({ rows, total, me, formKey }: AccountTableProps) {
  if (rows.length === 0) {
    return <EmptyState icon="people" title={m.admin_accounts_none()} text={m.admin_accounts_none_advice()} />
  }
  return (
    <Table
      caption={m.admin_accounts_count({ count: total })}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: m.account_name(),
          cell: ({ name, email }) => (
            <div>
              {name}
              <span className="muted small d-block">{email}</span>
            </div>
          ),
        },
        {
          key: 'role',
          header: m.account_role(),
          cell: ({ role, of }) => (
            <div>
              {roleLabels[role]()}
              <span className="muted small d-block">{of}</span>
            </div>
          ),
        },
        {
          key: 'state',
          header: m.admin_state(),
          cell: ({ state }) => <StatusTag tone={states[state].tone}>{states[state].label()}</StatusTag>,
        },
        {
          key: 'actions',
          header: m.admin_actions(),
          align: 'end',
          cell: (row) => (row.id === me ? m.admin_yourself() : <Actions row={row} formKey={formKey} />),
        },
      ]}
    />
  )
}

function Actions({ row, formKey }: { row: AccountRow; formKey: string }) {
  const { search } = useLocation()
  const { id, name, role, state } = row
  return (
    <Form method="post" action={`/admin/account${search}`} className="button-row">
      <IdempotencyKey value={`${formKey}-${id}`} />
      <input type="hidden" name="userId" value={id} />
      {state !== 'inactive' && role !== 'hr_contact' ? (
        <Button
          variant="secondary"
          size="sm"
          name="intent"
          value="invite_again"
          aria-label={m.admin_invite_again_of({ name })}
        >
          {state === 'invited' ? m.admin_invite_again() : m.admin_reset()}
        </Button>
      ) : null}
      {state === 'inactive' ? (
        <Button
          variant="secondary"
          size="sm"
          name="intent"
          value="reactivate"
          aria-label={m.admin_reactivate_of({ name })}
        >
          {m.admin_reactivate()}
        </Button>
      ) : (
        <Button
          variant="danger"
          size="sm"
          name="intent"
          value="deactivate"
          aria-label={m.admin_deactivate_of({ name })}
        >
          {m.admin_deactivate()}
        </Button>
      )}
    </Form>
  )
}
