import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Duplicates } from '#app/ui/company/Duplicates.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { actOnDuplicates } from '#app/web/company/duplicates-actions.server.ts'
import { loadDuplicates } from '#app/web/company/load-duplicates.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { resultFor } from '#app/web/form-result.ts'

const PATH = '/rete/aziende'

export const meta: MetaFunction = () => [{ title: `${m.duplicates_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], (call) => loadDuplicates(call, call.id<CompanyId>('id')))

export const action = defineAction(['coordinator'], (call) => actOnDuplicates(call, PATH))

export default function NetworkDuplicates() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="form-page stack">
      <Breadcrumbs
        items={[
          { to: PATH, label: m.relationship_companies() },
          { to: `${PATH}/${data.id}`, label: data.name },
          { label: m.duplicates_title() },
        ]}
      />
      <PageHeader eyebrow={data.name} title={m.duplicates_title()} lead={m.duplicates_lead_text()} />
      <Duplicates data={data} resultOf={(intent) => resultFor(answer, intent)} />
    </div>
  )
}
