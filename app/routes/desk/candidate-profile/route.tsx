import type { MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { readCandidate } from '#app/domain/candidates/read-candidate.server.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { profileChoices, profileValues } from './profile-form.server.ts'
import { keptLists } from './profile-lists.server.ts'
import { ProfileForm } from './ProfileForm.tsx'
import { saveProfileForm } from './save-profile-form.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.desk_profile_title()} · ${data?.code ?? ''} · Passaparola` },
]

export const loader = defineLoader(['case_manager'], async ({ tx, actor, id, info }) => {
  const file = await readCandidate(tx, ownOrganisation(actor), id<CandidateId>('id'))
  return {
    candidateId: file.candidateId,
    code: file.code,
    version: file.version,
    formKey: newFormKey(),
    values: profileValues(file),
    choices: profileChoices(info.locale),
    lists: await keptLists(tx, file, info.locale),
  }
})

export const action = defineAction(['case_manager'], saveProfileForm)

/** Whoever is told that somebody else saved needs the newest version, or could never save at all. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function ProfilePage() {
  const { candidateId, code, version, formKey, values, choices, lists } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const answer = answered && 'weeks' in answered ? answered : undefined
  const page = `/lavoro/persone/${candidateId}`
  // What was typed belongs to the version it was typed on, until she has been told of a newer one.
  const typed = answer?.stale ? undefined : answer?.result.initialValue?.version
  return (
    <div className="form-page">
      <Breadcrumbs
        items={[
          { to: '/lavoro/persone', label: m.desk_people() },
          { to: page, label: code },
          { label: m.desk_profile_title() },
        ]}
      />
      <PageHeader eyebrow={code} title={m.desk_profile_title()} lead={m.desk_profile_lead()} />
      <ProfileForm
        key={candidateId}
        values={values}
        choices={choices}
        lists={answer?.lists ?? lists}
        answer={answer}
        version={typeof typed === 'string' ? typed : String(version)}
        formKey={formKey}
        page={page}
      />
    </div>
  )
}
