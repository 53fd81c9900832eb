import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadVerification } from '#app/domain/companies/load-verification.server.ts'
import { reconsiderCompanySchema } from '#app/domain/companies/reconsider-company.schema.server.ts'
import { reconsiderCompany } from '#app/domain/companies/reconsider-company.server.ts'
import { revokeVerificationSchema } from '#app/domain/companies/revoke-verification.schema.server.ts'
import { revokeVerification } from '#app/domain/companies/revoke-verification.server.ts'
import { verifyCompanySchema } from '#app/domain/companies/verify-company.schema.server.ts'
import { verifyCompany } from '#app/domain/companies/verify-company.server.ts'
import { placeLabel, sectorLabel } from '#app/domain/openings/label-opening.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { ShamHints } from '#app/ui/network/ShamHints.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { phoneView } from '#app/web/phone-view.server.ts'
import { text } from '#app/web/text.server.ts'
import { CompanyFacts } from './CompanyFacts.tsx'
import { Decisions } from './Decisions.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { ReconsiderForm } from './ReconsiderForm.tsx'
import { RevokeForm } from './RevokeForm.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.company.name ?? m.network_verify_title()} · Passaparola` },
]

export const loader = defineLoader(['coordinator'], async ({ tx, id, info: { locale } }) => {
  const found = await loadVerification(tx, id<CompanyId>('id'))
  const { sector, placeCode, sizeBand, ...company } = found.company
  return {
    ...found,
    company: {
      ...company,
      sector: sectorLabel(sector, locale),
      place: placeLabel(placeCode),
      size: text(`stories_size_${sizeBand}`),
    },
    decisions: found.decisions.map(({ userId: _, supersededAt, ...decision }) => ({
      ...decision,
      superseded: supersededAt !== null,
    })),
    contacts: found.contacts.map(({ phone, ...contact }) => ({
      ...contact,
      phone: phone ? phoneView(phone) : null,
    })),
    constraint: getZodConstraint(verifyCompanySchema),
    formKey: newFormKey(),
  }
})

const flashes = {
  pending: 'network_verify_recorded',
  verified: 'network_verify_recorded_verified',
  rejected: 'network_verify_recorded_rejected',
} as const

export const action = defineAction(['coordinator'], async ({ tx, id, intent, url, parse }) => {
  if (intent === 'reconsider') {
    await reconsiderCompany(tx, id<CompanyId>('id'), parse(reconsiderCompanySchema).reason)
    return redirectTo(url.pathname, { flash: 'network_reconsidered' })
  }
  if (intent === 'revoke') {
    await revokeVerification(tx, id<CompanyId>('id'), parse(revokeVerificationSchema).reason)
    return redirectTo(url.pathname, { flash: 'network_revoked' })
  }
  const standing = await verifyCompany(tx, id<CompanyId>('id'), parse(verifyCompanySchema))
  return redirectTo('/rete/verifiche', { flash: flashes[standing] })
})

export default function VerificationPage() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { company, hints, decisions, decidedByMe, constraint, formKey } = view
  const back = { to: '/rete/verifiche', label: m.network_verify_title() }
  return (
    <>
      <Breadcrumbs items={[back, { label: company.name }]} />
      <PageHeader
        title={company.name}
        lead={`${company.sector} · ${company.place}`}
        actions={
          <ButtonLink to={`/rete/aziende/${company.id}`} variant="secondary" icon="building">
            {m.network_verify_open_company()}
          </ButtonLink>
        }
      />
      <div className="row">
        <div className="col-lg-7">
          <div className="stack">
            <CompanyFacts view={view} />
            <Card as="section" title={m.network_verify_hints()}>
              <ShamHints hints={hints} explained />
            </Card>
          </div>
        </div>
        <div className="col-lg-5">
          <div className="stack">
            <Decisions decisions={decisions} />
            {company.verification === 'rejected' ? (
              <ReconsiderForm formKey={formKey} lastResult={answer?.result} />
            ) : company.verification === 'verified' ? (
              <RevokeForm formKey={formKey} lastResult={answer?.result} />
            ) : (
              <DecisionForm
                companyId={company.id}
                decidedByMe={decidedByMe}
                met={view.met.length > 0}
                constraint={constraint}
                formKey={formKey}
                lastResult={answer?.result}
              />
            )}
          </div>
        </div>
      </div>
    </>
  )
}
