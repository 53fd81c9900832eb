import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { followedPerson } from '#app/domain/candidates/followed-person.server.ts'
import { erasePersonSchema } from '#app/domain/erasure/erase-person.schema.server.ts'
import { erasePerson } from '#app/domain/erasure/erase-person.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { ConformCheckbox } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { requireFreshFactor } from '#app/web/fresh-factor.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.audit_erase_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async (call) => {
  const { tx, actor, id } = call
  const candidateId = id<CandidateId>('id')
  const { code } = await followedPerson(tx, { orgId: ownOrganisation(actor), candidateId })
  await requireFreshFactor(call)
  return { code, candidateId, formKey: newFormKey() }
})

export const action = defineAction(['case_manager'], async (call) => {
  const { tx, actor, id, parse } = call
  const person = { orgId: ownOrganisation(actor), candidateId: id<CandidateId>('id') }
  const { code: asked } = parse(erasePersonSchema)
  const { code } = await followedPerson(tx, person)
  await requireFreshFactor(call)
  if (asked !== code) throw new DomainError('invalid', 'audit_erase_confirm_wrong', 'code')
  const erasureId = await erasePerson(tx, person, 'asked')
  return redirectTo(`/lavoro/persone/cancellazioni/${erasureId}`, { flash: 'audit_erased' })
})

const HAPPENS = [m.audit_erase_what_1, m.audit_erase_what_2, m.audit_erase_what_3, m.audit_erase_what_4]

export default function ErasePage() {
  const { code, candidateId, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ code: string; asked: boolean }>({ lastResult: answer?.result })
  const file = `/lavoro/persone/${candidateId}`
  return (
    <div className="stack">
      <Breadcrumbs
        items={[
          { to: '/lavoro/persone', label: m.desk_people() },
          { to: file, label: code },
          { label: m.audit_erase_title() },
        ]}
      />
      <PageHeader eyebrow={code} title={m.audit_erase_title()} lead={m.audit_erase_lead()} />
      <Card as="section" title={m.audit_erase_what()}>
        <ul>
          {HAPPENS.map((line, index) => (
            <li key={index}>{line()}</li>
          ))}
        </ul>
        <p>
          {m.audit_erase_copy_first()} <Link to={`${file}/copia`}>{m.audit_copy_title()}</Link>
        </p>
        <Form method="post" id={form.id} noValidate>
          <FormErrors form={form} />
          <IdempotencyKey value={formKey} />
          <ConformField
            meta={fields.code}
            unmarked
            autoComplete="off"
            label={m.audit_erase_confirm({ code })}
          />
          <ConformCheckbox meta={fields.asked} label={m.audit_erase_asked()} />
          <p className="card-actions">
            <Button variant="danger">{m.audit_erase_submit()}</Button>
          </p>
        </Form>
      </Card>
    </div>
  )
}
