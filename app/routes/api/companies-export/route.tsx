import { exportCompanies } from '#app/domain/companies/export-companies.server.ts'
import { localDate } from '#app/domain/calendar/rome.ts'
import { m } from '#app/locales/generated/messages.js'
import { now } from '#app/platform/clock.server.ts'
import { csvOf } from '#app/web/company/export-csv.server.ts'
import { exportTable } from '#app/web/company/export-table.server.ts'
import { xlsxOf } from '#app/web/company/export-xlsx.server.ts'
import { portfolioOf } from '#app/web/company/portfolio-filter.server.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { requireFreshFactor } from '#app/web/fresh-factor.server.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * A file of what the portfolio shows for the same address: a spreadsheet where `formato` asks for it, else CSV; to whoever
 * has just shown that it is her.
 */
export const loader = defineLoader(['case_manager', 'coordinator'], async (call) => {
  await requireFreshFactor(call)
  const { tx, url, info } = call
  const at = now()
  const { view: _view, ...filter } = portfolioOf(url, 'all')
  const table = exportTable(await exportCompanies(tx, filter), info.locale, at)
  const name = `${m.portfolio_export_file()}-${localDate(at)}`
  const answer = (body: BodyInit, type: string, ending: string) =>
    new Response(body, {
      headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}.${ending}"` },
    })
  return url.searchParams.get('formato') === 'xlsx'
    ? answer(await xlsxOf(table, m.portfolio_export_sheet()), XLSX, 'xlsx')
    : answer(csvOf(table), 'text/csv; charset=utf-8', 'csv')
})
