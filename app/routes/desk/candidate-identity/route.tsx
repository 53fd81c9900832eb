import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { Form, type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { correctPersonSchema } from '#app/domain/candidates/correct-person.schema.server.ts'
import { correctPerson } from '#app/domain/candidates/correct-person.server.ts'
import { readCandidate } from '#app/domain/candidates/read-candidate.server.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { IdentityFields } from '#app/ui/candidates/IdentityFields.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'

type Fields = Record<'version' | 'firstName' | 'lastName' | 'alias' | 'birthDate' | 'phone', string>

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.desk_identity_title()} · ${data?.code ?? ''} · Passaparola` },
]

export const loader = defineLoader(['case_manager'], async ({ tx, actor, id }) => {
  const file = await readCandidate(tx, ownOrganisation(actor), id<CandidateId>('id'))
  const { candidateId, code, version, firstName, lastName, alias, birthDate, phone } = file
  return {
    ...{ candidateId, code, version: String(version), formKey: newFormKey() },
    values: { firstName, lastName, alias, birthDate, phone },
    constraint: getZodConstraint(correctPersonSchema),
  }
})

export const action = defineAction(['case_manager'], async ({ tx, actor, id, parse }) => {
  const person = { orgId: ownOrganisation(actor), candidateId: id<CandidateId>('id') }
  await correctPerson(tx, person, parse(correctPersonSchema))
  return redirectTo(`/lavoro/persone/${person.candidateId}`, { flash: 'desk_identity_saved' })
})

/** Whoever is told that somebody else saved needs the newest version, or could never save at all. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function IdentityPage() {
  const { candidateId, code, version, formKey, values, constraint } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const [form, fields] = useForm<Fields>({
    ...{ id: 'identity', constraint, defaultValue: values, lastResult: result },
  })
  // What was typed belongs to the version it was typed on, until she has been told of a newer one.
  const typed = form.errors ? undefined : result?.initialValue?.version
  const page = `/lavoro/persone/${candidateId}`
  return (
    <div className="form-page">
      <Breadcrumbs
        items={[
          { to: '/lavoro/persone', label: m.desk_people() },
          { to: page, label: code },
          { label: m.desk_identity_title() },
        ]}
      />
      <PageHeader eyebrow={code} title={m.desk_identity_title()} lead={m.desk_identity_lead()} />
      <Form method="post" id={form.id} noValidate>
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="version" value={typeof typed === 'string' ? typed : version} />
        <IdentityFields fields={fields} />
        <FormFooter submit={m.desk_identity_save()} cancel={{ to: page, label: m.desk_cancel() }} />
      </Form>
    </div>
  )
}
