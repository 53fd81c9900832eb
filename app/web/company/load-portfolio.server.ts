import { companyBoard } from '#app/domain/companies/company-board.server.ts'
import { companyMap } from '#app/domain/companies/company-map.server.ts'
import { allGroups } from '#app/domain/companies/groups.server.ts'
import { leadChoices } from '#app/domain/companies/lead-choices.server.ts'
import { listCompanies } from '#app/domain/companies/list-companies.server.ts'
import { listViews } from '#app/domain/companies/list-views.server.ts'
import { staffName } from '#app/domain/companies/staff-name.server.ts'
import { isNarrowed, type Whose } from '#app/domain/companies/portfolio.ts'
import { provinces } from '#app/domain/places/places.server.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { sectors } from '#app/domain/taxonomy/sectors.ts'
import { portfolioQuery, type Shown } from '#app/ui/company/portfolio-address.ts'
import type { FilterChoices, PortfolioContent, PortfolioData } from '#app/ui/company/portfolio-view.ts'
import type { Call } from '../define.server.ts'
import { newFormKey } from '../form-key.server.ts'
import { pageNumber, pagesOf } from '../page-number.ts'
import { companyLines } from './company-list.server.ts'
import { mapView } from './map-view.server.ts'
import { portfolioOf } from './portfolio-filter.server.ts'

const PER_PAGE = 25
/** A column that is longer is read better as a table. */
const CARDS_A_COLUMN = 8

/** The choices of the filter that depend on what the network has. */
export async function filterChoices(tx: Tx, locale: LabelLocale): Promise<FilterChoices> {
  const { orgs, persons } = await leadChoices(tx)
  const groups = await allGroups(tx)
  return {
    provinces: provinces.map(({ code, name }) => ({ value: code as string, label: name })),
    sectors: sectors.map((sector) => ({ value: sector.code as string, label: sector[locale] })),
    groups: groups.map(({ id, name }) => ({ value: id as string, label: name })),
    orgs: orgs.map(({ id, name }) => ({ value: id as string, label: name })),
    persons: persons.map(({ id, name, org }) => ({
      value: id as string,
      label: org ? `${name} (${org})` : name,
    })),
  }
}

/** What one view of the portfolio shows: each asks the database for its own and nothing more. */
async function contentOf({ tx, url, info }: Call & { tx: Tx }, shown: Shown): Promise<PortfolioContent> {
  const { view, ...filter } = shown
  if (view === 'board') {
    const columns = await companyBoard(tx, filter, CARDS_A_COLUMN)
    const total = columns.reduce((sum, column) => sum + column.total, 0)
    return {
      ...{ view, total },
      columns: columns.map((column) => ({
        ...column,
        companies: companyLines(column.companies, info.locale),
        all: portfolioQuery({ ...shown, view: 'table', stage: column.stage }),
      })),
    }
  }
  if (view === 'map') {
    const points = await companyMap(tx, filter)
    const total = points.reduce((sum, point) => sum + point.total, 0)
    return { view, total, map: mapView(points, shown) }
  }
  const page = pageNumber(url)
  const { companies, total } = await listCompanies(tx, { ...filter, page, perPage: PER_PAGE })
  return {
    ...{ view, total, page, pages: pagesOf(total, PER_PAGE) },
    companies: companyLines(companies, info.locale),
  }
}

/** All that the portfolio shows for one address, in the reader's language. `whose` holds where the address says nothing. */
export async function loadPortfolio(call: Call & { tx: Tx }, whose: Whose): Promise<PortfolioData> {
  const { tx, url, info } = call
  const shown = portfolioOf(url, whose)
  const { view: _view, ...filter } = shown
  return {
    shown,
    narrowed: isNarrowed(filter),
    query: portfolioQuery(shown),
    content: await contentOf(call, shown),
    choices: await filterChoices(tx, info.locale),
    onlyKnownTo: filter.knownOnlyTo && (await staffName(tx, filter.knownOnlyTo)),
    views: await listViews(tx),
    formKey: newFormKey(),
  }
}
