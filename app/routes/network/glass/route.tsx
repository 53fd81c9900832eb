import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { askForFile } from '#app/domain/glass/ask-for-file.server.ts'
import { decideGlass } from '#app/domain/glass/decide-glass.server.ts'
import { glassReasons } from '#app/domain/glass/glass-rules.ts'
import { askForFileSchema, decideGlassSchema } from '#app/domain/glass/glass.schema.server.ts'
import { organisationChoices } from '#app/domain/glass/organisation-choices.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { GlassTable } from '#app/ui/glass/GlassTable.tsx'
import { GlassWaiting } from '#app/ui/glass/GlassWaiting.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { requireFreshFactor } from '#app/web/fresh-factor.server.ts'
import { glassView } from '#app/web/glass/glass-view.server.ts'
import { text } from '#app/web/text.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.glass_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], async ({ tx }) => ({
  ...(await glassView(tx)),
  organisations: await organisationChoices(tx),
  reasons: glassReasons.map((value) => ({ value, label: text(`glass_reason_${value}`) })),
  constraint: getZodConstraint(askForFileSchema),
  formKey: newFormKey(),
}))

export const action = defineAction(['coordinator'], async (call) => {
  const { tx, form, intent, url } = call
  if (intent === 'ask')
    return answerForm({ form, schema: askForFileSchema, intent }, async (input) => {
      await askForFile(tx, input)
      return redirectTo(url.pathname, { flash: 'glass_asked' })
    })
  if (intent === 'decide')
    return answerForm({ form, schema: decideGlassSchema, intent }, async (input) => {
      await requireFreshFactor(call)
      await decideGlass(tx, input)
      return redirectTo(url.pathname, { flash: `glass_${input.decision}` })
    })
  throw new DomainError('invalid', 'glass_form_unknown')
})

export default function GlassPage() {
  const { waiting, others, organisations, reasons, constraint, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ orgId: string; code: string; reason: string }>({
    ...{ id: 'ask', constraint, lastResult: resultFor(answer, 'ask') },
  })
  return (
    <div className="form-page stack">
      <PageHeader title={m.glass_title()} lead={m.glass_lead()} />
      <GlassWaiting waiting={waiting} formKey={formKey} lastResult={resultFor(answer, 'decide')} />
      <Card as="section" title={m.glass_ask_title()}>
        <Form method="post" id={form.id} noValidate>
          <FormErrors form={form} />
          <IdempotencyKey value={`${formKey}-ask`} />
          <ConformField
            meta={fields.orgId}
            type="select"
            emptyOption={m.glass_choose()}
            label={m.glass_org()}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ConformField
            meta={fields.code}
            autoComplete="off"
            width="short"
            label={m.glass_code()}
            hint={m.glass_code_hint()}
          />
          <ConformRadioGroup meta={fields.reason} legend={m.glass_reason()} options={reasons} />
          <FormFooter
            submit={m.glass_ask()}
            intent={{ name: 'intent', value: 'ask' }}
            note={m.glass_ask_note()}
          />
        </Form>
      </Card>
      <GlassTable lines={others} />
    </div>
  )
}
