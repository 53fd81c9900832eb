import { getZodConstraint } from '@conform-to/zod/v4'
import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addCompanySchema } from '#app/domain/companies/add-company.schema.server.ts'
import { addCompany, similarTo } from '#app/domain/companies/add-company.server.ts'
import { knownByVatId } from '#app/domain/companies/known-by-vat-id.server.ts'
import type { SimilarCompany } from '#app/domain/companies/similar-companies.server.ts'
import { placeChoices } from '#app/domain/openings/place-choice.server.ts'
import { sectors } from '#app/domain/taxonomy/sectors.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { CompanyForm } from '#app/ui/company/CompanyForm.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { suspectLine } from '#app/web/company/load-duplicates.server.ts'
import { KnownCompany } from './KnownCompany.tsx'
import { SimilarCompanies } from './SimilarCompanies.tsx'

export const meta: MetaFunction = () => [{ title: `${m.relationship_new()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async ({ info }) => ({
  constraint: getZodConstraint(addCompanySchema),
  sectors: sectors.map((sector) => ({ value: sector.code as string, label: sector[info.locale] })),
  placeNames: placeChoices,
  formKey: newFormKey(),
}))

export const action = defineAction(['case_manager'], async ({ tx, form, intent }) => {
  const known = await knownByVatId(tx, form.get('vatId'))
  let similar: SimilarCompany[] = []
  const answer = await answerForm({ form, schema: addCompanySchema, intent }, async (input) => {
    if (!input.distinct) similar = await similarTo(tx, input)
    const companyId = await addCompany(tx, input)
    return redirectTo(`/lavoro/aziende/${companyId}`, { flash: 'relationship_new_added' })
  })
  if (answer instanceof Response) return answer
  const lines = known ? [] : similar.map(suspectLine)
  return data({ ...answer.data, known, similar: lines }, answer.init ?? undefined)
})

export default function NewCompanyPage() {
  const { constraint, sectors, placeNames, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const similar = answer && 'similar' in answer ? answer.similar : []
  return (
    <div className="form-page">
      <Breadcrumbs
        items={[
          { to: '/lavoro/aziende', label: m.relationship_companies() },
          { label: m.relationship_new() },
        ]}
      />
      <PageHeader title={m.relationship_new()} lead={m.relationship_new_lead()} />
      {answer && 'known' in answer && answer.known ? <KnownCompany company={answer.known} /> : null}
      {similar.length > 0 ? <SimilarCompanies companies={similar} /> : null}
      <CompanyForm
        askDistinct={similar.length > 0}
        constraint={constraint}
        sectors={sectors}
        placeNames={placeNames}
        formKey={formKey}
        lastResult={answer?.result}
        submit={m.relationship_new_submit()}
        cancel={{ to: '/lavoro/aziende', label: m.desk_cancel() }}
      />
    </div>
  )
}
