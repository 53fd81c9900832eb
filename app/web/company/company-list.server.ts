import type { CompanyFilter, ListedCompany } from '#app/domain/companies/list-companies.server.ts'
import { companySorts, whoseOptions, type Whose } from '#app/domain/companies/portfolio.ts'
import { placeLabel, sectorLabel } from '#app/domain/openings/label-opening.server.ts'
import { provinceCodes } from '#app/domain/places/areas.ts'
import { provinces } from '#app/domain/places/places.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { sectorByCode, sectors } from '#app/domain/taxonomy/sectors.ts'
import { trustSlopes } from '#app/domain/trust/slope.ts'
import { trustStages } from '#app/domain/trust/stages.ts'
import { now } from '#app/platform/clock.server.ts'
import type { CompanyLine } from '#app/ui/company/company-view.ts'
import { formatDate, formatRelativeDay } from '../format.ts'
import { pageNumber } from '../page-number.ts'
import { nextTouchLine } from './next-touch-line.server.ts'

const PER_PAGE = 25
const LONGEST_SEARCH = 80

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find((each) => each === value) ?? null

/** What the address of a list of companies asks for; what it says wrongly is not asked for. */
export function companyFilterOf(url: URL, whose: Whose): CompanyFilter {
  const asked = (name: string) => url.searchParams.get(name)
  return {
    search: (asked('testo') ?? '').trim().slice(0, LONGEST_SEARCH),
    stage: oneOf(trustStages, asked('livello')),
    slope: oneOf(trustSlopes, asked('tendenza')),
    whose: oneOf(whoseOptions, asked('di')) ?? whose,
    province: oneOf(provinceCodes, asked('provincia')),
    sector: sectorByCode(asked('settore') ?? '')?.code ?? null,
    sort: oneOf(companySorts, asked('ordina')) ?? 'next',
    page: pageNumber(url),
    perPage: PER_PAGE,
  }
}

/** The choices of the filter that need a taxonomy. */
export const companyFilterChoices = (locale: LabelLocale) => ({
  provinces: provinces.map(({ code, name }) => ({ value: code as string, label: name })),
  sectors: sectors.map((sector) => ({ value: sector.code as string, label: sector[locale] })),
})

/** Companies as lines of a list, in the reader's language. */
export function companyLines(companies: readonly ListedCompany[], locale: LabelLocale): CompanyLine[] {
  const today = now()
  return companies.map(({ placeCode, pausedUntil, lastContactAt, next, sector, lead, ...company }) => ({
    ...company,
    sector: sectorLabel(sector, locale),
    place: placeLabel(placeCode),
    lead: lead.name ?? lead.org,
    pausedUntil: pausedUntil && formatDate(pausedUntil),
    lastContact: lastContactAt && formatRelativeDay(lastContactAt, today),
    next: next && nextTouchLine(next, today),
  }))
}
