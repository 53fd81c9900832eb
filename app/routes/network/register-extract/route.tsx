import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { companyNamed } from '#app/domain/companies/company-named.server.ts'
import { acceptOf } from '#app/domain/files/file-kinds.ts'
import { addExtract, extractsOf, removeExtract } from '#app/domain/files/register-extract.server.ts'
import { notFound } from '#app/domain/shared/errors.ts'
import { isUuid, type CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Card } from '#app/ui/Card.tsx'
import { KeptFile } from '#app/ui/files/KeptFile.tsx'
import { UploadForm } from '#app/ui/files/UploadForm.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { answerUpload } from '#app/web/files/answer-upload.server.ts'
import { fileLine } from '#app/web/files/file-line.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.files_extract_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], async ({ tx, id }) => {
  const companyId = id<CompanyId>('id')
  const { name } = await companyNamed(tx, companyId)
  const extracts = await extractsOf(tx, companyId)
  return {
    ...{ companyId, name, accept: acceptOf('extract') },
    extracts: extracts.map((extract) => ({ id: extract.id, by: extract.by, line: fileLine(extract) })),
  }
})

export const action = definePlainAction(['coordinator'], async (call) => {
  const { actor, form, id, intent, url } = call
  const companyId = id<CompanyId>('id')
  if (intent === 'remove') {
    const which = form.get('which')
    if (!isUuid(which)) notFound()
    await withActor(actor, (tx) => removeExtract(tx, companyId, which), { again: true })
    return redirectTo(url.pathname, { flash: 'files_removed' })
  }
  return answerUpload(call, {
    kind: 'extract',
    admit: (tx) => companyNamed(tx, companyId),
    keep: (tx, file) => addExtract(tx, companyId, file),
    flash: 'files_kept',
  })
})

export default function ExtractPage() {
  const { companyId, name, extracts, accept } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack narrow">
      <Breadcrumbs
        items={[
          { to: '/rete/verifiche', label: m.network_verify_title() },
          { to: `/rete/verifiche/${companyId}`, label: name },
          { label: m.files_extract_title() },
        ]}
      />
      <PageHeader eyebrow={name} title={m.files_extract_title()} lead={m.files_extract_lead()} />
      {extracts.map(({ id, line, by }) => (
        <Card as="section" key={id} title={m.files_kept_now()}>
          <KeptFile
            line={line}
            href={`/documenti/aziende/${companyId}/${id}`}
            what={m.files_extract_title()}
            value={id}
          >
            {m.files_added_by({ name: by })}
          </KeptFile>
        </Card>
      ))}
      <UploadForm
        key={extracts.length}
        label={m.files_extract_field()}
        hint={m.files_hint_document()}
        accept={accept}
        problem={answer && 'problem' in answer ? answer.problem : undefined}
      />
    </div>
  )
}
