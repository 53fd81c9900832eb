import { lackFilters } from '#app/domain/companies/lacks.ts'
import {
  companySorts,
  portfolioViews,
  whoseOptions,
  type PortfolioFilter,
  type Whose,
} from '#app/domain/companies/portfolio.ts'
import { provinceCodes } from '#app/domain/places/areas.ts'
import { placeByCode } from '#app/domain/places/places.server.ts'
import { notNowReasons } from '#app/domain/proposals/not-now-reasons.ts'
import { isUuid } from '#app/domain/shared/ids.ts'
import { sectorByCode } from '#app/domain/taxonomy/sectors.ts'
import { trustSlopes } from '#app/domain/trust/slope.ts'
import { trustStages } from '#app/domain/trust/stages.ts'
import { standings } from '#app/domain/trust/standing.ts'
import { viewWords, type Shown } from '#app/ui/company/portfolio-address.ts'

const LONGEST_SEARCH = 80

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find((each) => each === value) ?? null

const idOf = <T extends string>(value: string | null): T | null =>
  isUuid(value) ? (value as string as T) : null

/** What the address of the portfolio asks for; what it says wrongly is not asked for. */
export function portfolioOf(url: URL, whose: Whose): Shown {
  const asked = (name: string) => url.searchParams.get(name)
  const filter: PortfolioFilter = {
    search: (asked('testo') ?? '').trim().slice(0, LONGEST_SEARCH),
    stage: oneOf(trustStages, asked('livello')),
    slope: oneOf(trustSlopes, asked('tendenza')),
    standing: oneOf(standings, asked('contatti')),
    whose: oneOf(whoseOptions, asked('di')) ?? whose,
    province: oneOf(provinceCodes, asked('provincia')),
    place: placeByCode(asked('comune') ?? '')?.code ?? null,
    sector: sectorByCode(asked('settore') ?? '')?.code ?? null,
    leadOrg: idOf(asked('ente')),
    leadUser: idOf(asked('persona')),
    group: idOf(asked('gruppo')),
    unattended: asked('scoperte') === '1',
    lack: oneOf(lackFilters, asked('manca')),
    notNow: oneOf(notNowReasons, asked('nonora')),
    knownOnlyTo: idOf(asked('solo')),
    hasOpenings: asked('aperte') === '1',
    sort: oneOf(companySorts, asked('ordina')) ?? 'next',
  }
  return { ...filter, view: portfolioViews.find((view) => viewWords[view] === asked('vista')) ?? 'table' }
}
