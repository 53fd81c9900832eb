import type { MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { readTestimonial } from '#app/domain/testimonials/list-uses.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { HeardForm, isHeard } from '#app/ui/testimonials/HeardForm.tsx'
import { UsesPanel } from '#app/ui/testimonials/UsesPanel.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { actOnHeard, heardForm } from '#app/web/testimonials/heard.server.ts'
import { actOnUses, usesPanel } from '#app/web/testimonials/uses-panel.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.company ?? m.testimonials_title()} · Passaparola` },
]

export const loader = defineLoader(['coordinator'], async ({ tx, id }) => {
  const testimonialId = id<string & { readonly __id: 'testimonial' }>('id')
  const { company, companyId, id: requestId, state, speaks } = await readTestimonial(tx, testimonialId)
  const heard = heardForm({ id: requestId, state, speaks })
  return { company, companyId, heard, panel: await usesPanel(tx, testimonialId, '/rete') }
})

export const action = defineAction(['coordinator'], async (call) => {
  const testimonialId = call.id<string & { readonly __id: 'testimonial' }>('id')
  if (call.intent !== 'heard') return actOnUses(call, testimonialId)
  return actOnHeard(call, (await readTestimonial(call.tx, testimonialId)).companyId)
})

export default function Testimonial() {
  const { company, companyId, heard, panel } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <div className="form-page">
      <Breadcrumbs items={[{ to: '/rete/testimonial', label: m.testimonials_title() }, { label: company }]} />
      <PageHeader
        eyebrow={m.testimonials_title()}
        title={<Link to={`/rete/aziende/${companyId}`}>{company}</Link>}
        lead={m.testimonials_uses_lead()}
      />
      <div className="stack">
        <UsesPanel data={panel} lastResult={isHeard(result) ? undefined : result} />
        {heard ? <HeardForm data={heard} lastResult={result} /> : null}
      </div>
    </div>
  )
}
