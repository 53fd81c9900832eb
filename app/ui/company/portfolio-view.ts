import type { PortfolioView } from '#app/domain/companies/portfolio.ts'
import type { TrustStage } from '#app/domain/trust/stages.ts'
import type { CompanyLine } from '#app/ui/company/company-view.ts'
import type { Shown } from '#app/ui/company/portfolio-address.ts'
import type { SelectItem } from '#app/ui/forms/SelectOptions.tsx'

/** What the filter offers beside what it knows itself. */
export type FilterChoices = Record<'provinces' | 'sectors' | 'orgs' | 'persons' | 'groups', SelectItem[]>

/** A filter kept under a name; `by` is who shared it, null for one's own. */
export type SavedViewLine = { id: string; name: string; query: string; shared: boolean; by: string | null }

/** A rung of the ladder with the first of its companies; `all` is the query of the table that has all of them. */
export type BoardColumnView = { stage: TrustStage; total: number; companies: CompanyLine[]; all: string }

/** The territory: the dots of each province with where its name goes, and the companies of each comune. */
export type MapView = {
  width: number
  height: number
  ground: { code: string; name: string; dots: string; x: number; y: number }[]
  points: { code: string; name: string; total: number; share: number; x: number; y: number; query: string }[]
  /** Companies of a comune that is not of the territory. */
  elsewhere: number
}

export type PortfolioContent = { view: PortfolioView; total: number } & (
  | { view: 'table'; page: number; pages: number; companies: CompanyLine[] }
  | { view: 'board'; columns: BoardColumnView[] }
  | { view: 'map'; map: MapView }
)

/** All that the portfolio shows for one address. */
export type PortfolioData = {
  shown: Shown
  /** The filter leaves something out. */
  narrowed: boolean
  query: string
  content: PortfolioContent
  choices: FilterChoices
  /** Who alone reached the companies shown, where that is asked for. */
  onlyKnownTo: string | null
  views: SavedViewLine[]
  formKey: string
}
