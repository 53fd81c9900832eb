import type { MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { hearFromPersonSchema } from '#app/domain/retention/hear-from-person.schema.server.ts'
import { hearFromPerson, ownQuietPeople } from '#app/domain/retention/hear-from-person.server.ts'
import { erasedOn } from '#app/domain/retention/lengths.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Button } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Table } from '#app/ui/Table.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { formatDate } from '#app/web/format.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.audit_quiet_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async ({ tx, actor }) => ({
  formKey: newFormKey(),
  people: (await ownQuietPeople(tx, ownOrganisation(actor))).map((person) => ({
    ...{ candidateId: person.candidateId, code: person.code },
    last: formatDate(person.lastContact),
    erased: formatDate(erasedOn(person, now())),
  })),
}))

export const action = defineAction(['case_manager'], async ({ tx, actor, parse }) => {
  const candidateId = parse(hearFromPersonSchema).candidateId as CandidateId
  await hearFromPerson(tx, { orgId: ownOrganisation(actor), candidateId })
  return redirectTo('/lavoro/persone/da-sentire', { flash: 'audit_quiet_heard' })
})

export default function QuietPage() {
  const { people, formKey } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <Breadcrumbs
        items={[{ to: '/lavoro/persone', label: m.desk_people() }, { label: m.audit_quiet_title() }]}
      />
      <PageHeader title={m.audit_quiet_title()} lead={m.audit_quiet_lead()} />
      {people.length === 0 ? (
        <EmptyState icon="check" title={m.audit_quiet_none()} text={m.audit_quiet_none_text()} />
      ) : (
        <Table
          caption={m.audit_quiet_title()}
          captionHidden
          rows={people}
          rowKey={({ candidateId }) => candidateId}
          columns={[
            {
              key: 'code',
              header: m.audit_quiet_person(),
              cell: ({ candidateId, code }) => <Link to={`/lavoro/persone/${candidateId}`}>{code}</Link>,
            },
            { key: 'last', header: m.audit_quiet_last(), cell: ({ last }) => last, nowrap: true },
            { key: 'erased', header: m.audit_quiet_erased(), cell: ({ erased }) => erased, nowrap: true },
            {
              key: 'heard',
              header: m.audit_quiet_action(),
              cell: ({ candidateId, code }) => (
                <Form method="post">
                  <IdempotencyKey value={`${formKey}-${candidateId.slice(0, 8)}`} />
                  <input type="hidden" name="candidateId" value={candidateId} />
                  <Button variant="secondary" size="sm" aria-label={m.audit_quiet_hear_of({ code })}>
                    {m.audit_quiet_hear()}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </div>
  )
}
