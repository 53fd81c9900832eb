import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { ACCESSES_PAGE, personAccesses, type PersonAccess } from '#app/domain/audit/person-accesses.server.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { Table } from '#app/ui/Table.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { formatDateTime } from '#app/web/format.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { pageNumber } from '#app/web/page-number.server.ts'
import { hasText, text } from '#app/web/text.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.audit_accesses_title()} · Passaparola` }]

/** What was done, in words; an act of an older version is something else. */
function actInWords({ action, denied }: PersonAccess): string {
  if (denied) return text('audit_action_denied')
  const key = `audit_action_${action.replace('.', '_')}`
  return text(hasText(key) ? key : 'audit_action_other')
}

export const loader = defineLoader(['case_manager'], async ({ tx, actor, id, url }) => {
  const page = pageNumber(url)
  const person = { orgId: ownOrganisation(actor), candidateId: id<CandidateId>('id') }
  const { code, accesses, total } = await personAccesses(tx, person, page)
  return {
    code,
    candidateId: person.candidateId,
    total,
    lines: accesses.map((access) => ({
      id: access.id,
      when: formatDateTime(access.at),
      who: access.herself
        ? text('audit_role_candidate')
        : access.company
          ? text('audit_role_link')
          : (access.who ?? text('audit_accesses_automatic')),
      what: actInWords(access),
    })),
    page,
    pages: Math.ceil(total / ACCESSES_PAGE),
  }
})

export default function AccessesPage() {
  const { code, candidateId, total, lines, page, pages } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <div className="stack">
      <Breadcrumbs
        items={[
          { to: '/lavoro/persone', label: m.desk_people() },
          { to: `/lavoro/persone/${candidateId}`, label: code },
          { label: m.audit_accesses_title() },
        ]}
      />
      <PageHeader eyebrow={code} title={m.audit_accesses_title()} lead={m.audit_accesses_lead()} />
      {lines.length === 0 ? (
        <EmptyState icon="eye" title={m.audit_accesses_none()} text={m.audit_accesses_none_text()} />
      ) : (
        <>
          <Table
            caption={m.audit_accesses_count({ count: total })}
            rows={lines}
            rowKey={({ id }) => id}
            columns={[
              { key: 'when', header: m.audit_accesses_when(), cell: ({ when }) => when, nowrap: true },
              { key: 'who', header: m.audit_accesses_who(), cell: ({ who }) => who },
              { key: 'what', header: m.audit_accesses_what(), cell: ({ what }) => what },
            ]}
          />
          <Pagination page={page} pages={pages} search={search} />
        </>
      )}
    </div>
  )
}
