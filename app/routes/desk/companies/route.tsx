import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { listCompanies } from '#app/domain/companies/list-companies.server.ts'
import { whoseOptions } from '#app/domain/companies/portfolio.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { whoseLabels } from '#app/ui/company/company-words.ts'
import { CompanyFilterForm } from '#app/ui/company/CompanyFilterForm.tsx'
import { CompanyTable } from '#app/ui/company/CompanyTable.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import { companyFilterChoices, companyFilterOf, companyLines } from '#app/web/company/company-list.server.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { pagesOf } from '#app/web/page-number.ts'

export const meta: MetaFunction = () => [{ title: `${m.relationship_companies()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async ({ tx, url, info: { locale } }) => {
  const { page, perPage, ...filter } = companyFilterOf(url, 'mine')
  const { companies, total } = await listCompanies(tx, { ...filter, page, perPage })
  return {
    ...{ filter, page, total, pages: pagesOf(total, perPage) },
    ...companyFilterChoices(locale),
    companies: companyLines(companies, locale),
  }
})

export default function DeskCompanies() {
  const { filter, page, pages, total, provinces, sectors, companies } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const { whose } = filter
  const { search: words, stage, slope, province, sector } = filter
  const fresh = whose !== 'all' && !words && !stage && !slope && !province && !sector
  const freshTitle = whose === 'mine' ? m.relationship_none_mine_title() : m.relationship_none_org_title()
  const tabs = whoseOptions.map((key) => ({ key, to: `?di=${key}`, label: whoseLabels[key]() }))
  return (
    <div className="stack">
      <PageHeader
        title={m.relationship_companies()}
        lead={m.relationship_companies_lead()}
        actions={
          <ButtonLink to="/lavoro/aziende/nuova" icon="plus">
            {m.relationship_new()}
          </ButtonLink>
        }
      />
      <TabLinks label={m.relationship_companies_of()} tabs={tabs} current={whose} />
      <CompanyFilterForm filter={filter} provinces={provinces} sectors={sectors} />
      <p role="status">{m.relationship_companies_count({ count: total })}</p>
      {companies.length > 0 ? (
        <CompanyTable companies={companies} linkTo={(id) => `/lavoro/aziende/${id}`} />
      ) : (
        <EmptyState
          icon="building"
          title={fresh ? freshTitle : m.relationship_none_title()}
          text={fresh ? m.relationship_none_mine() : m.relationship_none()}
          action={
            fresh ? (
              <ButtonLink to="?di=all" variant="secondary">
                {m.relationship_none_mine_action()}
              </ButtonLink>
            ) : undefined
          }
        />
      )}
      <Pagination page={page} pages={pages} search={search} />
    </div>
  )
}
