import type { MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DomainError } from '#app/domain/shared/errors.ts'
import {
  answerTestimonialSchema,
  withdrawTestimonialSchema,
} from '#app/domain/testimonials/answer-testimonial.schema.server.ts'
import { answerTestimonial } from '#app/domain/testimonials/answer-testimonial.server.ts'
import { listCompanyTestimonials } from '#app/domain/testimonials/list-testimonials.server.ts'
import { listUses } from '#app/domain/testimonials/list-uses.server.ts'
import { withdrawTestimonial } from '#app/domain/testimonials/withdraw-testimonial.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { TestimonialHistory } from '#app/ui/testimonials/TestimonialHistory.tsx'
import { UseLog, type UseLine } from '#app/ui/testimonials/UseLog.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { formatDate } from '#app/web/format.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { hrOf } from '#app/web/hr-actor.server.ts'
import { Request } from './Request.tsx'
import { Standing } from './Standing.tsx'

export const meta: MetaFunction = () => [{ title: `${m.testimonials_mine_title()} · Passaparola` }]

export const loader = defineLoader(['hr_contact'], async ({ tx, actor }) => {
  const requests = await listCompanyTestimonials(tx, hrOf(actor).companyId)
  const uses = await listUses(
    tx,
    requests.map(({ id }) => id),
  )
  return {
    requests,
    uses: uses
      .filter(({ takenBack }) => !takenBack)
      .map(({ id, kind, usedAt, said }): UseLine => ({
        ...{ id, kind, said, on: formatDate(usedAt) },
        ...{ event: null, takenBack: false, by: null, undoKey: null },
      })),
    formKey: newFormKey(),
  }
})

export const action = defineAction(['hr_contact'], async ({ tx, intent, parse, url }) => {
  const done = (flash: string) => redirectTo(url.pathname, { flash })
  switch (intent) {
    case 'answer': {
      const { testimonialId, answer, validity } = parse(answerTestimonialSchema)
      await answerTestimonial(tx, testimonialId, answer, validity)
      return done(answer === 'accepted' ? 'testimonials_accepted' : 'testimonials_declined')
    }
    case 'withdraw':
      await withdrawTestimonial(tx, parse(withdrawTestimonialSchema).testimonialId)
      return done('testimonials_withdrawn')
    default:
      throw new DomainError('invalid', 'testimonials_form_unknown')
  }
})

/** Whoever is told that a colleague answered first sees the answer. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function CompanyTestimonial() {
  const { requests, uses, formKey } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.result.error ?? {}
  const problem = Object.values(errors).flat()[0]
  const asked = requests.find(({ state }) => state === 'asked')
  const standing = requests.find(({ speaks }) => speaks)
  return (
    <>
      <Breadcrumbs
        items={[{ to: '/azienda/storie', label: m.stories_mine() }, { label: m.testimonials_mine_title() }]}
      />
      <PageHeader title={m.testimonials_mine_title()} lead={m.testimonials_mine_lead()} />
      <div className="stack">
        {problem ? (
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        ) : null}
        {asked ? <Request request={asked} formKey={formKey} /> : null}
        {standing ? <Standing testimonial={standing} formKey={formKey} /> : null}
        {!asked && !standing ? (
          <EmptyState
            icon="megaphone"
            title={m.testimonials_mine_none_title()}
            text={m.testimonials_mine_none()}
          />
        ) : null}
        {uses.length > 0 ? <UseLog uses={uses} none={m.testimonials_uses_none()} /> : null}
        <TestimonialHistory
          title={m.testimonials_history()}
          requests={requests.filter(({ id }) => id !== asked?.id && id !== standing?.id)}
        />
      </div>
    </>
  )
}
