import type { SubmissionResult } from '@conform-to/react'
import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { portfolioViews, type PortfolioView } from '#app/domain/companies/portfolio.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { CompanyBoard } from '#app/ui/company/CompanyBoard.tsx'
import { CompanyFilterForm } from '#app/ui/company/CompanyFilterForm.tsx'
import { CompanyMap } from '#app/ui/company/CompanyMap.tsx'
import { CompanyTable } from '#app/ui/company/CompanyTable.tsx'
import { portfolioQuery } from '#app/ui/company/portfolio-address.ts'
import { SavedViews } from '#app/ui/company/SavedViews.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import type { PortfolioData } from '#app/ui/company/portfolio-view.ts'

const viewLabels: Record<PortfolioView, () => string> = {
  table: m.portfolio_view_table,
  board: m.portfolio_view_board,
  map: m.portfolio_view_map,
}

type PortfolioProps = {
  data: PortfolioData
  /** Where the page stands: a company's page is below it. */
  path: string
  resultOf: (intent: string) => SubmissionResult<string[]> | undefined
  /** Shown in place of the usual words where nothing is found and nothing was narrowed. */
  empty?: ReactNode
}

/** The network's companies, filtered once and looked at as a table, by rung or on the map. */
export function Portfolio({ data, path, resultOf, empty }: PortfolioProps) {
  const { shown, choices, content, views, query, formKey, narrowed, onlyKnownTo } = data
  const tabs = portfolioViews.map((view) => ({
    key: view,
    to: `?${portfolioQuery({ ...shown, view })}`,
    label: viewLabels[view](),
  }))
  return (
    <>
      <CompanyFilterForm shown={shown} narrowed={narrowed} choices={choices} />
      <SavedViews views={views} query={query} formKey={formKey} resultOf={resultOf} />
      <TabLinks label={m.portfolio_views()} tabs={tabs} current={shown.view} />
      {onlyKnownTo ? <p>{m.relations_sole_only({ name: onlyKnownTo })}</p> : null}
      <div className="portfolio-head">
        <p role="status">{m.relationship_companies_count({ count: content.total })}</p>
        {content.total > 0 ? <ExportLinks query={query} /> : null}
      </div>
      {content.total === 0 ? (
        (!narrowed && empty) || (
          <EmptyState icon="building" title={m.relationship_none_title()} text={m.relationship_none()} />
        )
      ) : (
        <Content data={data} path={path} lastResult={resultOf('stage')} />
      )}
    </>
  )
}

type ContentProps = Pick<PortfolioProps, 'data' | 'path'> & {
  lastResult: SubmissionResult<string[]> | undefined
}

function Content({ data: { content, formKey }, path, lastResult }: ContentProps) {
  const { search } = useLocation()
  const linkTo = (id: string) => `${path}/${id}`
  if (content.view === 'board')
    return (
      <CompanyBoard columns={content.columns} linkTo={linkTo} formKey={formKey} lastResult={lastResult} />
    )
  if (content.view === 'map') return <CompanyMap map={content.map} />
  return (
    <>
      <CompanyTable companies={content.companies} linkTo={linkTo} />
      <Pagination page={content.page} pages={content.pages} search={search} />
    </>
  )
}

/**
 * Files of exactly what is shown. Plain links: a file is no page of ours. Without `download`, which would keep the page
 * that may ask for a second factor first as the file.
 */
function ExportLinks({ query }: { query: string }) {
  const to = (format: string) => `/aziende/esporta?${query}&formato=${format}`
  return (
    <div className="button-row no-print">
      <ButtonLink to={to('csv')} reloadDocument variant="secondary" size="sm" icon="file">
        {m.portfolio_export_csv()}
      </ButtonLink>
      <ButtonLink to={to('xlsx')} reloadDocument variant="secondary" size="sm" icon="file">
        {m.portfolio_export_xlsx()}
      </ButtonLink>
    </div>
  )
}
