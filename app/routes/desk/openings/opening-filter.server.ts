import { listedStates, type OpeningFilter } from '#app/domain/openings/list-openings.server.ts'
import { openingKinds } from '#app/domain/matching/types.ts'
import { provinceCodes } from '#app/domain/places/areas.ts'
import { sectorByCode } from '#app/domain/taxonomy/sectors.ts'
import { pageNumber } from '#app/web/page-number.ts'

const PER_PAGE = 25

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find((each) => each === value) ?? null

/** What the address asks for; what it says wrongly is not asked for. */
export function filterOf(url: URL): OpeningFilter {
  const asked = (name: string) => url.searchParams.get(name)
  return {
    state: oneOf(listedStates, asked('stato')) ?? 'open',
    kind: oneOf(openingKinds, asked('tipo')),
    province: oneOf(provinceCodes, asked('provincia')),
    sector: sectorByCode(asked('settore') ?? '')?.code ?? null,
    page: pageNumber(url),
    perPage: PER_PAGE,
  }
}
