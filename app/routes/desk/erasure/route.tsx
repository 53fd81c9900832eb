import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readErasure } from '#app/domain/erasure/erasures.server.ts'
import type { ErasureId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { formatDateTime } from '#app/web/format.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { text } from '#app/web/text.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.audit_certificate_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async ({ tx, actor, id }) => {
  const found = await readErasure(tx, ownOrganisation(actor), id<ErasureId>('id'))
  const { consents, cards, placements } = found
  return {
    number: found.id,
    at: formatDateTime(found.erasedAt),
    organisation: found.organisation,
    why: text(`audit_certificate_why_${found.why}`),
    destroyed: text('audit_certificate_counts', { consents, cards, placements }),
  }
})

export default function ErasurePage() {
  const { number, at, organisation, why, destroyed } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <Breadcrumbs
        items={[
          { to: '/lavoro/persone', label: m.desk_people() },
          { to: '/lavoro/persone/cancellazioni', label: m.audit_erasures_title() },
          { label: m.audit_certificate_title() },
        ]}
      />
      <PageHeader title={m.audit_certificate_title()} lead={m.audit_certificate_lead()} />
      <Card as="section">
        <DefinitionList
          items={[
            { term: m.audit_certificate_number(), value: number },
            { term: m.audit_certificate_at(), value: at },
            { term: m.audit_certificate_organisation(), value: organisation },
            { term: m.audit_certificate_why(), value: why },
            { term: m.audit_certificate_destroyed(), value: destroyed },
          ]}
        />
      </Card>
      <p className="muted">{m.audit_certificate_print()}</p>
    </div>
  )
}
