import type { ListedCompany } from '#app/domain/companies/list-companies.server.ts'
import { placeLabel, sectorLabel } from '#app/domain/openings/label-opening.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { now } from '#app/platform/clock.server.ts'
import type { CompanyLine } from '#app/ui/company/company-view.ts'
import { formatDate, formatRelativeDay } from '../format.ts'
import { nextTouchLine } from './next-touch-line.server.ts'

/** Companies as lines of a list, in the reader's language. */
export function companyLines(companies: readonly ListedCompany[], locale: LabelLocale): CompanyLine[] {
  const today = now()
  return companies.map(
    ({ vatId: _, placeCode, pausedUntil, lastContactAt, next, sector, lead, ...company }) => ({
      ...company,
      sector: sectorLabel(sector, locale),
      place: placeLabel(placeCode),
      lead: lead.name ?? lead.org,
      pausedUntil: pausedUntil && formatDate(pausedUntil),
      lastContact: lastContactAt && formatRelativeDay(lastContactAt, today),
      next: next && nextTouchLine(next, today),
    }),
  )
}
