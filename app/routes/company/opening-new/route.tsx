import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { data, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { startOpeningSchema } from '#app/domain/openings/step-what.schema.server.ts'
import { startOpening } from '#app/domain/openings/start-opening.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { EnterButton } from '#app/ui/forms/EnterButton.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { useStay } from '#app/ui/forms/use-stay.ts'
import { stepTitles } from '#app/ui/openings/step-titles.ts'
import { WhatFields, type WhatValues } from '#app/ui/openings/WhatFields.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Stepper } from '#app/ui/Stepper.tsx'
import { asTyped } from '#app/web/as-typed.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { InvalidForm } from '#app/web/form.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { hrOf } from '#app/web/hr-actor.server.ts'
import { professionOptions } from '#app/web/profession-options.server.ts'
import { moreProfessions, takeProfessionSearch } from '#app/web/take-search.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.openings_new_title()} · Passaparola` }]

export const loader = defineLoader(['hr_contact'], ({ info }) =>
  Promise.resolve({
    professions: professionOptions(info.locale),
    more: moreProfessions([], info.locale),
    constraint: getZodConstraint(startOpeningSchema),
    formKey: newFormKey(),
  }),
)

export const action = defineAction(['hr_contact'], async ({ tx, actor, form, info, parse }) => {
  const box = { press: 'do', fields: ['professionCode'] }
  const { asked, professions } = await takeProfessionSearch(tx, form, info.locale, box)
  form.delete(box.press)
  if (asked) return data({ result: asTyped(form), professions })
  try {
    const id = await startOpening(tx, hrOf(actor).companyId, parse(startOpeningSchema))
    return redirectTo(`/azienda/opportunita/${id}/passo/2`, { flash: 'openings_draft_saved' })
  } catch (error) {
    if (error instanceof InvalidForm)
      return data({ result: error.submission.reply(), professions }, { status: 400 })
    throw error
  }
})

export default function NewOpening() {
  const { professions, more, constraint, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const stay = useStay()
  const [form, fields] = useForm<WhatValues>({ id: 'what', constraint, lastResult: answer?.result })
  const answered = answer && 'professions' in answer ? answer.professions : more
  return (
    <div className="form-page">
      <Breadcrumbs
        items={[{ to: '/azienda/opportunita', label: m.openings_mine() }, { label: m.openings_new_title() }]}
      />
      <PageHeader title={m.openings_new_title()} lead={m.openings_new_lead()} />
      <Stepper steps={Object.values(stepTitles).map((title) => title())} current={1} />
      <Form method="post" id={form.id} noValidate onSubmit={stay}>
        <EnterButton name="do" />
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <WhatFields fields={fields} professions={professions} more={answered} press="do" />
        <FormFooter
          submit={m.openings_save_next()}
          note={m.openings_save_note()}
          cancel={{ to: '/azienda/opportunita', label: m.openings_cancel() }}
        />
      </Form>
    </div>
  )
}
