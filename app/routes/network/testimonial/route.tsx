import type { MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { readTestimonial } from '#app/domain/testimonials/list-uses.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { UsesPanel } from '#app/ui/testimonials/UsesPanel.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { actOnUses, usesPanel } from '#app/web/testimonials/uses-panel.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.company ?? m.testimonials_title()} · Passaparola` },
]

export const loader = defineLoader(['coordinator'], async ({ tx, id }) => {
  const testimonialId = id<string & { readonly __id: 'testimonial' }>('id')
  const { company, companyId } = await readTestimonial(tx, testimonialId)
  return { company, companyId, panel: await usesPanel(tx, testimonialId, '/rete') }
})

export const action = defineAction(['coordinator'], (call) => actOnUses(call, call.id('id')))

export default function Testimonial() {
  const { company, companyId, panel } = useLoaderData<typeof loader>()
  return (
    <div className="form-page">
      <Breadcrumbs items={[{ to: '/rete/testimonial', label: m.testimonials_title() }, { label: company }]} />
      <PageHeader
        eyebrow={m.testimonials_title()}
        title={<Link to={`/rete/aziende/${companyId}`}>{company}</Link>}
        lead={m.testimonials_uses_lead()}
      />
      <UsesPanel data={panel} lastResult={useActionData<typeof action>()?.result} />
    </div>
  )
}
