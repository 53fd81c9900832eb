import { Form } from '@remix-run/react'
import type { OrganisationRow } from '#app/domain/accounts/organisations.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { Table } from '#app/ui/Table.tsx'

type RowProps = { row: OrganisationRow; formKey: string }

/** The partners of the network, each with its name to change and the switch that takes it out or in. */
export function OrganisationTable({ rows, formKey }: { rows: readonly OrganisationRow[]; formKey: string }) {
  if (rows.length === 0) {
    return (
      <EmptyState
        icon="building"
        title={m.admin_organisations_none()}
        text={m.admin_organisations_none_advice()}
      />
    )
  }
  return (
    <Table
      caption={m.admin_organisations_count({ count: rows.length })}
      rows={rows}
      rowKey={({ id, name }) => id + name}
      columns={[
        {
          key: 'name',
          header: m.admin_organisation(),
          cell: ({ name }) => name,
        },
        { key: 'place', header: m.admin_organisation_place(), cell: ({ place }) => place },
        { key: 'people', header: m.admin_organisation_people(), cell: ({ people }) => people, align: 'end' },
        {
          key: 'state',
          header: m.admin_state(),
          cell: ({ active }) => (
            <StatusTag tone={active ? 'ok' : 'neutral'}>
              {active ? m.admin_organisation_active() : m.admin_organisation_inactive()}
            </StatusTag>
          ),
        },
        {
          key: 'actions',
          header: m.admin_actions(),
          align: 'end',
          cell: (row) => <Actions row={row} formKey={formKey} />,
        },
      ]}
    />
  )
}

function Actions(props: RowProps) {
  return (
    <div className="row-actions">
      <Rename {...props} />
      <Switch {...props} />
    </div>
  )
}

function Rename({ row: { id, name }, formKey }: RowProps) {
  return (
    <details className="more">
      <summary>
        {m.admin_organisation_rename()} <span className="visually-hidden">{name}</span>
      </summary>
      <Form method="post" className="button-row">
        <IdempotencyKey value={`${formKey}-${id}`} />
        <input type="hidden" name="orgId" value={id} />
        <input
          className="form-control"
          name="name"
          defaultValue={name}
          maxLength={120}
          required
          aria-label={m.admin_organisation_new_name({ name })}
        />
        <Button variant="secondary" size="sm" name="intent" value="rename">
          {m.admin_organisation_rename()}
        </Button>
      </Form>
    </details>
  )
}

function Switch({ row: { id, name, active }, formKey }: RowProps) {
  return (
    <Form method="post">
      <IdempotencyKey value={`${formKey}-${id}`} />
      <input type="hidden" name="orgId" value={id} />
      <Button
        variant={active ? 'danger' : 'secondary'}
        size="sm"
        name="intent"
        value={active ? 'deactivate' : 'reactivate'}
        aria-label={active ? m.admin_deactivate_of({ name }) : m.admin_reactivate_of({ name })}
      >
        {active ? m.admin_deactivate() : m.admin_reactivate()}
      </Button>
    </Form>
  )
}
