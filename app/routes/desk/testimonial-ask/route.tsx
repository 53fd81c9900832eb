import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { companyName } from '#app/domain/companies/company-name.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { askTestimonialSchema } from '#app/domain/testimonials/ask-testimonial.schema.server.ts'
import { askTestimonial } from '#app/domain/testimonials/ask-testimonial.server.ts'
import { listCompanyTestimonials } from '#app/domain/testimonials/list-testimonials.server.ts'
import { testimonialScopes } from '#app/domain/testimonials/scopes.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { RadioGroup } from '#app/ui/forms/RadioGroup.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { scopeHints, scopeLabels } from '#app/ui/testimonials/testimonial-words.ts'
import { TestimonialHistory } from '#app/ui/testimonials/TestimonialHistory.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.testimonials_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async ({ tx, id }) => {
  const companyId = id<CompanyId>('id')
  return {
    companyId,
    company: await companyName(tx, companyId),
    requests: await listCompanyTestimonials(tx, companyId),
    formKey: newFormKey(),
  }
})

export const action = defineAction(['case_manager'], async ({ tx, id, parse }) => {
  const companyId = id<CompanyId>('id')
  await askTestimonial(tx, companyId, parse(askTestimonialSchema).scope)
  return redirectTo(`/lavoro/aziende/${companyId}`, { flash: 'testimonials_asked' })
})

export default function AskTestimonial() {
  const { companyId, company, requests, formKey } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.result.error ?? {}
  const back = `/lavoro/aziende/${companyId}`
  const title = m.testimonials_ask_title({ company })
  const standing = requests.find(({ state }) => state === 'asked' || state === 'accepted')
  return (
    <div className="form-page">
      <Breadcrumbs
        items={[
          { to: '/lavoro/aziende', label: m.relationship_companies() },
          { to: back, label: company },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={m.testimonials_ask_lead()} />
      <div className="stack">
        {errors['']?.[0] ? (
          <Notice tone="bad" role="alert">
            {errors[''][0]}
          </Notice>
        ) : null}
        {standing ? (
          <Notice tone="info">
            {standing.state === 'asked' ? m.testimonials_already_asked() : m.testimonials_already_accepted()}
          </Notice>
        ) : (
          <Form method="post">
            <IdempotencyKey value={formKey} />
            <RadioGroup
              legend={m.testimonials_ask_scope()}
              name="scope"
              layout="cards"
              required
              error={errors.scope}
              options={testimonialScopes.map((scope) => ({
                value: scope,
                label: scopeLabels[scope](),
                hint: scopeHints[scope](),
              }))}
            />
            <FormFooter submit={m.testimonials_ask()} cancel={{ to: back, label: m.stories_cancel() }} />
          </Form>
        )}
        <TestimonialHistory title={m.testimonials_earlier()} requests={requests} />
      </div>
    </div>
  )
}
