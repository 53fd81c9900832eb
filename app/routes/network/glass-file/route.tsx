import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readGlassFile } from '#app/domain/glass/read-glass-file.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { formatDate, formatDateTime } from '#app/web/format.ts'
import { requireFreshFactor } from '#app/web/fresh-factor.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.glass_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], async (call) => {
  await requireFreshFactor(call)
  const { endsAt, birthDate, ...file } = await readGlassFile(call.tx, call.id<string>('id'))
  return { ...file, until: formatDateTime(endsAt), birthDate: birthDate && formatDate(birthDate) }
})

export default function GlassFilePage() {
  const file = useLoaderData<typeof loader>()
  return (
    <div className="form-page stack">
      <Breadcrumbs items={[{ to: '/rete/emergenza', label: m.glass_title() }, { label: file.code }]} />
      <PageHeader
        eyebrow={`${file.code} · ${file.organisation}`}
        title={`${file.firstName} ${file.lastName}`}
      />
      <Notice tone="warn" title={m.glass_until({ at: file.until })}>
        {m.glass_file_lead()}
      </Notice>
      <Card as="section" title={m.desk_person_who()}>
        <DefinitionList
          items={[
            { term: m.desk_person_alias(), value: file.alias },
            { term: m.desk_person_birth_date(), value: file.birthDate },
            { term: m.desk_person_phone(), value: file.phone },
            { term: m.desk_person_case_manager(), value: file.caseManager },
            { term: m.glass_case_manager_email(), value: file.caseManagerEmail },
          ]}
        />
      </Card>
      <Card as="section" title={m.desk_notes_title()}>
        <p className="playbook-text">{file.notes || '–'}</p>
      </Card>
    </div>
  )
}
