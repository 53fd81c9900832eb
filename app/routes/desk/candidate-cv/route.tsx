import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readCode } from '#app/domain/candidates/read-code.server.ts'
import { cvOf, putCv, removeCv } from '#app/domain/files/candidate-cv.server.ts'
import { acceptOf } from '#app/domain/files/file-kinds.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Card } from '#app/ui/Card.tsx'
import { KeptFile } from '#app/ui/files/KeptFile.tsx'
import { UploadForm } from '#app/ui/files/UploadForm.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineLoader, definePlainAction, type Call } from '#app/web/define.server.ts'
import { answerUpload } from '#app/web/files/answer-upload.server.ts'
import { fileLine } from '#app/web/files/file-line.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.files_cv_title()} · Passaparola` }]

const personOf = ({ actor, id }: Pick<Call, 'actor' | 'id'>) => ({
  orgId: ownOrganisation(actor),
  candidateId: id<CandidateId>('id'),
})

export const loader = defineLoader(['case_manager'], async (call) => {
  const person = personOf(call)
  const { code } = await readCode(call.tx, person)
  const cv = await cvOf(call.tx, person)
  return {
    code,
    candidateId: person.candidateId,
    line: cv && fileLine(cv),
    since: cv?.addedAt,
    accept: acceptOf('cv'),
  }
})

export const action = definePlainAction(['case_manager'], async (call) => {
  const person = personOf(call)
  const { actor, intent, url } = call
  if (intent === 'remove') {
    await withActor(actor, (tx) => removeCv(tx, person), { again: true })
    return redirectTo(url.pathname, { flash: 'files_removed' })
  }
  return answerUpload(call, {
    kind: 'cv',
    admit: (tx) => readCode(tx, person),
    keep: (tx, file) => putCv(tx, person, file),
    flash: 'files_kept',
  })
})

export default function CvPage() {
  const { code, candidateId, line, since, accept } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack narrow">
      <Breadcrumbs
        items={[
          { to: '/lavoro/persone', label: m.desk_people() },
          { to: `/lavoro/persone/${candidateId}`, label: code },
          { label: m.files_cv_title() },
        ]}
      />
      <PageHeader eyebrow={code} title={m.files_cv_title()} lead={m.files_cv_lead()} />
      {line ? (
        <Card as="section" title={m.files_kept_now()}>
          <KeptFile line={line} href={`/documenti/persone/${candidateId}`} what={m.files_cv_title()}>
            {m.files_cv_read_noted()}
          </KeptFile>
        </Card>
      ) : null}
      <UploadForm
        key={String(since)}
        label={line ? m.files_cv_replace() : m.files_cv_field()}
        hint={m.files_hint_document()}
        accept={accept}
        problem={answer && 'problem' in answer ? answer.problem : undefined}
      />
    </div>
  )
}
