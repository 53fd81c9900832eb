import { data, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { registerCandidateSchema } from '#app/domain/candidates/register-candidate.schema.server.ts'
import { registerCandidate } from '#app/domain/candidates/register-candidate.server.ts'
import { placeChoices } from '#app/domain/openings/place-choice.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { IdentityFields } from '#app/ui/candidates/IdentityFields.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { EnterButton } from '#app/ui/forms/EnterButton.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { PlaceNames } from '#app/ui/forms/PlaceNames.tsx'
import { useStay } from '#app/ui/forms/use-stay.ts'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { professionItems, ProfessionSearch } from '#app/ui/taxonomy/ProfessionSearch.tsx'
import { useLookup } from '#app/ui/taxonomy/use-lookup.ts'
import { italianOptions } from '#app/web/candidate-options.server.ts'
import { asTyped } from '#app/web/as-typed.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { InvalidForm } from '#app/web/form.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { professionOptions } from '#app/web/profession-options.server.ts'
import { moreProfessions, takeProfessionSearch } from '#app/web/take-search.server.ts'

type Fields = Record<
  | 'firstName'
  | 'lastName'
  | 'alias'
  | 'birthDate'
  | 'phone'
  | 'professionCode'
  | 'italianSpoken'
  | 'placeCode',
  string
>

export const meta: MetaFunction = () => [{ title: `${m.desk_people_new()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async ({ info }) => ({
  constraint: getZodConstraint(registerCandidateSchema),
  formKey: newFormKey(),
  professions: professionOptions(info.locale),
  more: moreProfessions([], info.locale),
  italian: italianOptions(info.locale),
  placeNames: placeChoices,
}))

export const action = defineAction(['case_manager'], async ({ tx, actor, form, info, parse }) => {
  const box = { press: 'intent', fields: ['professionCode'] }
  const { asked, professions } = await takeProfessionSearch(tx, form, info.locale, box)
  if (asked) return data({ result: asTyped(form), professions })
  try {
    const candidateId = await registerCandidate(tx, ownOrganisation(actor), parse(registerCandidateSchema))
    return redirectTo(`/lavoro/persone/${candidateId}/profilo`, { flash: 'desk_person_registered' })
  } catch (error) {
    if (error instanceof InvalidForm)
      return data({ result: error.submission.reply(), professions }, { status: 400 })
    throw error
  }
})

export default function NewPersonPage() {
  const { constraint, formKey, professions, more, italian, placeNames } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<Fields>({ id: 'person', constraint, lastResult: answer?.result })
  const stay = useStay()
  const answered = answer && 'professions' in answer ? answer.professions : more
  const { found, all, typed } = useLookup('professioni', answered.search)
  return (
    <div className="form-page">
      <Breadcrumbs
        items={[{ to: '/lavoro/persone', label: m.desk_people() }, { label: m.desk_people_new() }]}
      />
      <PageHeader title={m.desk_people_new()} lead={m.desk_person_new_lead()} />
      <Form method="post" id={form.id} noValidate onSubmit={stay}>
        <EnterButton name="intent" />
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <IdentityFields fields={fields} />
        <ConformField
          meta={fields.placeCode}
          label={m.desk_person_place()}
          hint={m.desk_person_place_hint()}
          list="place-names"
          autoComplete="off"
          unmarked
        />
        <PlaceNames id="place-names" names={placeNames} />
        <ConformField
          meta={fields.professionCode}
          type="select"
          label={m.desk_person_profession()}
          hint={m.desk_person_profession_hint()}
          emptyOption={m.desk_choose()}
          options={professionItems(professions, answered.chosen, all)}
        />
        <ProfessionSearch press="intent" more={answered} found={found} typed={typed} />
        <ConformField
          meta={fields.italianSpoken}
          type="select"
          label={m.desk_person_italian_spoken()}
          emptyOption={m.desk_choose()}
          options={italian}
        />
        <FormFooter
          submit={m.desk_person_register()}
          note={m.desk_person_register_note()}
          cancel={{ to: '/lavoro/persone', label: m.desk_cancel() }}
        />
      </Form>
    </div>
  )
}
