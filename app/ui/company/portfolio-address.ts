import type { PortfolioFilter, PortfolioView } from '#app/domain/companies/portfolio.ts'

/** What the address calls the views of the portfolio. */
export const viewWords: Record<PortfolioView, string> = { table: 'tabella', board: 'livelli', map: 'mappa' }

export type Shown = PortfolioFilter & { view: PortfolioView }

/** The query of the page that shows `shown`: only what is asked for is in it, always in one order. */
export function portfolioQuery({ view, whose, ...filter }: Shown): string {
  const asked: Record<string, string | null | false> = {
    vista: view === 'table' ? null : viewWords[view],
    di: whose,
    testo: filter.search || null,
    livello: filter.stage,
    tendenza: filter.slope,
    contatti: filter.standing,
    provincia: filter.province,
    comune: filter.place,
    settore: filter.sector,
    ente: filter.leadOrg,
    persona: filter.leadUser,
    gruppo: filter.group,
    scoperte: filter.unattended && '1',
    manca: filter.lack,
    nonora: filter.notNow,
    solo: filter.knownOnlyTo,
    aperte: filter.hasOpenings && '1',
    ordina: filter.sort === 'next' ? null : filter.sort,
  }
  const entries = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return new URLSearchParams(entries).toString()
}
