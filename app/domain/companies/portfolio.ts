import type { Province } from '../places/areas.ts'
import type { NotNowReason } from '../proposals/not-now-reasons.ts'
import type { CompanyGroupId, OrganisationId, UserId } from '../shared/ids.ts'
import type { TrustSlope } from '../trust/slope.ts'
import type { TrustStage } from '../trust/stages.ts'
import type { Standing } from '../trust/standing.ts'
import type { LackFilter } from './lacks.ts'

/** Whose companies a list shows: those one leads, those of one's organisation, the whole network's. */
export const whoseOptions = ['mine', 'org', 'all'] as const
export type Whose = (typeof whoseOptions)[number]

/**
 * By the next thing due, by name, warmest first, coldest first, longest without a contact first, most open openings
 * first.
 */
export const companySorts = ['next', 'name', 'score', 'coldest', 'last', 'openings'] as const
export type CompanySort = (typeof companySorts)[number]

/** One filter, looked at three ways: as rows, by rung of the ladder, on the map. */
export const portfolioViews = ['table', 'board', 'map'] as const
export type PortfolioView = (typeof portfolioViews)[number]

/** Which companies, in which order; null asks for nothing. */
export type PortfolioFilter = {
  search: string
  stage: TrustStage | null
  slope: TrustSlope | null
  standing: Standing | null
  whose: Whose
  province: Province | null
  /** ISTAT code of a comune. */
  place: string | null
  sector: string | null
  leadOrg: OrganisationId | null
  leadUser: UserId | null
  /** Members of an association, consortium or group. */
  group: CompanyGroupId | null
  /** Nobody leads it, or nobody has anything planned for a company that has been silent for 60 days. */
  unattended: boolean
  /** It may be approached and lacks this to be tended. */
  lack: LackFilter | null
  /** It said "not now" for this reason in the last 12 months. */
  notNow: NotNowReason | null
  /** Whoever alone reached it in the last 12 months. */
  knownOnlyTo: UserId | null
  /** With at least one open opening. */
  hasOpenings: boolean
  sort: CompanySort
}

/** A filter that leaves nothing out. */
export const everyCompany: PortfolioFilter = {
  ...{ search: '', stage: null, slope: null, standing: null, whose: 'all', province: null, place: null },
  ...{ sector: null, leadOrg: null, leadUser: null, group: null, unattended: false, hasOpenings: false },
  ...{ lack: null, notNow: null, knownOnlyTo: null },
  sort: 'next',
}

/** Whether the filter leaves anything out, beside whose the companies are. */
export const isNarrowed = ({ whose: _whose, sort: _sort, ...asked }: PortfolioFilter): boolean =>
  Object.values(asked).some(Boolean)
