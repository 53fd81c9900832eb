import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { companyName } from '#app/domain/companies/company-name.server.ts'
import { notFound } from '#app/domain/shared/errors.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { askTestimonialSchema } from '#app/domain/testimonials/ask-testimonial.schema.server.ts'
import { askTestimonial } from '#app/domain/testimonials/ask-testimonial.server.ts'
import { listCompanyTestimonials } from '#app/domain/testimonials/list-testimonials.server.ts'
import { agreedTestimonial } from '#app/domain/testimonials/list-uses.server.ts'
import { testimonialScopes } from '#app/domain/testimonials/scopes.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { RadioGroup } from '#app/ui/forms/RadioGroup.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { HeardForm, isHeard } from '#app/ui/testimonials/HeardForm.tsx'
import { scopeHints, scopeLabels } from '#app/ui/testimonials/testimonial-words.ts'
import { TestimonialHistory } from '#app/ui/testimonials/TestimonialHistory.tsx'
import { UsesPanel } from '#app/ui/testimonials/UsesPanel.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { actOnHeard, heardForm } from '#app/web/testimonials/heard.server.ts'
import { actOnUses, usesPanel } from '#app/web/testimonials/uses-panel.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.testimonials_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async ({ tx, id }) => {
  const companyId = id<CompanyId>('id')
  const agreed = await agreedTestimonial(tx, companyId)
  const requests = await listCompanyTestimonials(tx, companyId)
  const open = requests.find(({ state, speaks }) => state === 'asked' || speaks)
  return {
    companyId,
    company: await companyName(tx, companyId),
    requests,
    heard: open ? heardForm(open) : null,
    panel: agreed && (await usesPanel(tx, agreed, '/lavoro')),
    formKey: newFormKey(),
  }
})

export const action = defineAction(['case_manager'], async (call) => {
  const { tx, id, intent, parse } = call
  const companyId = id<CompanyId>('id')
  if (intent === 'use' || intent === 'take_back') {
    return actOnUses(call, (await agreedTestimonial(tx, companyId)) ?? notFound())
  }
  if (intent === 'heard') return actOnHeard(call, companyId)
  await askTestimonial(tx, companyId, parse(askTestimonialSchema).scope)
  return redirectTo(`/lavoro/aziende/${companyId}`, { flash: 'testimonials_asked' })
})

export default function AskTestimonial() {
  const { companyId, company, requests, heard, panel, formKey } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const others = isHeard(result) ? undefined : result
  const errors = others?.error ?? {}
  const back = `/lavoro/aziende/${companyId}`
  const waits = requests.some(({ state }) => state === 'asked')
  const speaks = requests.some((request) => request.speaks)
  const title = speaks ? m.testimonials_of({ company }) : m.testimonials_ask_title({ company })
  return (
    <div className="form-page">
      <Breadcrumbs
        items={[
          { to: '/lavoro/aziende', label: m.relationship_companies() },
          { to: back, label: company },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={speaks ? m.testimonials_uses_lead() : m.testimonials_ask_lead()} />
      <div className="stack">
        {!panel && errors['']?.[0] ? (
          <Notice tone="bad" role="alert">
            {errors[''][0]}
          </Notice>
        ) : null}
        {waits ? <Notice tone="info">{m.testimonials_already_asked()}</Notice> : null}
        {waits || speaks ? null : <AskForm back={back} formKey={formKey} error={errors.scope} />}
        {panel ? <UsesPanel data={panel} lastResult={others} /> : null}
        {heard ? <HeardForm data={heard} lastResult={result} /> : null}
        <TestimonialHistory title={m.testimonials_earlier()} requests={requests} />
      </div>
    </div>
  )
}

type AskFormProps = { back: string; formKey: string; error: string[] | null | undefined }

function AskForm({ back, formKey, error }: AskFormProps) {
  return (
    <Form method="post">
      <IdempotencyKey value={formKey} />
      <RadioGroup
        legend={m.testimonials_ask_scope()}
        name="scope"
        layout="cards"
        required
        error={error ?? undefined}
        options={testimonialScopes.map((scope) => ({
          value: scope,
          label: scopeLabels[scope](),
          hint: scopeHints[scope](),
        }))}
      />
      <FormFooter submit={m.testimonials_ask()} cancel={{ to: back, label: m.stories_cancel() }} />
    </Form>
  )
}
