import type { ListedCompany } from '#app/domain/companies/list-companies.server.ts'
import { placeLabel, sectorLabel } from '#app/domain/openings/label-opening.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { followUpTitle } from '../follow-up-title.server.ts'
import { text } from '../text.server.ts'
import { nextTouchLine } from './next-touch-line.server.ts'

export type Cell = string | number | Date | null
export type ExportTable = { header: string[]; rows: Cell[][] }

/** What the portfolio shows of companies as a table of values: words in the reader's language, numbers and days as such. */
export function exportTable(companies: readonly ListedCompany[], locale: LabelLocale, at: Date): ExportTable {
  const columns: [header: string, cell: (company: ListedCompany) => Cell][] = [
    [text('relationship_col_company'), ({ name }) => name],
    [text('relationship_fact_vat'), ({ vatId }) => vatId],
    [text('relationship_fact_sector'), ({ sector }) => sectorLabel(sector, locale)],
    [text('relationship_fact_place'), ({ placeCode }) => placeLabel(placeCode)],
    [text('relationship_filter_stage'), ({ stage }) => text(`trust_stage_${stage}`)],
    [text('relationship_trust_line_name'), ({ score }) => Math.round(score)],
    [text('relationship_filter_slope'), ({ slope }) => text(`trust_slope_${slope}`)],
    [text('portfolio_filter_standing'), ({ standing }) => text(`trust_standing_${standing}`)],
    [text('portfolio_filter_org'), ({ lead }) => lead.org],
    [text('portfolio_filter_person'), ({ lead }) => lead.name],
    [text('portfolio_col_last'), ({ lastContactAt }) => lastContactAt],
    [text('relationship_col_next'), ({ next }) => next && followUpTitle(next)],
    [text('portfolio_col_next_on'), ({ next }) => next && next.dueAt],
    [text('portfolio_col_next_by'), ({ next }) => next && nextTouchLine(next, at).by],
    [text('portfolio_col_openings'), ({ openOpenings }) => openOpenings],
    [text('portfolio_col_promises'), ({ promises }) => promises],
    [text('portfolio_col_hosted'), ({ hosted }) => hosted],
    [text('portfolio_col_hired'), ({ hired }) => hired],
    [text('portfolio_col_proposals'), ({ proposals }) => proposals],
    [text('portfolio_col_answered'), ({ answered }) => answered],
  ]
  return {
    header: columns.map(([header]) => header),
    rows: companies.map((company) => columns.map(([, cell]) => cell(company))),
  }
}
