import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { listCompanies } from '#app/domain/companies/list-companies.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { CompanyFilterForm } from '#app/ui/company/CompanyFilterForm.tsx'
import { CompanyTable } from '#app/ui/company/CompanyTable.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { companyFilterChoices, companyFilterOf, companyLines } from '#app/web/company/company-list.server.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { pagesOf } from '#app/web/page-number.ts'

export const meta: MetaFunction = () => [{ title: `${m.relationship_companies()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], async ({ tx, url, info: { locale } }) => {
  const { page, perPage, ...filter } = companyFilterOf(url, 'all')
  const { companies, total } = await listCompanies(tx, { ...filter, page, perPage })
  return {
    ...{ filter, page, total, pages: pagesOf(total, perPage) },
    ...companyFilterChoices(locale),
    companies: companyLines(companies, locale),
  }
})

export default function NetworkCompanies() {
  const { filter, page, pages, total, provinces, sectors, companies } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <div className="stack">
      <PageHeader title={m.relationship_companies()} lead={m.relationship_companies_lead()} />
      <CompanyFilterForm filter={filter} provinces={provinces} sectors={sectors} />
      <p role="status">{m.relationship_companies_count({ count: total })}</p>
      {companies.length > 0 ? (
        <CompanyTable companies={companies} linkTo={(id) => `/rete/aziende/${id}`} />
      ) : (
        <EmptyState icon="building" title={m.relationship_none_title()} text={m.relationship_none()} />
      )}
      <Pagination page={page} pages={pages} search={search} />
    </div>
  )
}
