import { addMonths } from '../calendar/rome.ts'
import type { IsoDate } from '../matching/types.ts'
import type { Standing } from './standing.ts'
import { isWhyNot, whyNots, type WhyNot } from './why-not.ts'

/** What a ranking can be narrowed to; several together leave only whom all of them keep. */
export const rankingFilters = ['unseen', 'unproposed', 'mine', 'waiting', 'near', 'all_desired'] as const
export type RankingFilter = (typeof rankingFilters)[number]

const WAITING_MONTHS = 6
const NEAR_KM = 10

/** `aside` shows those set aside, of one reason or of any; without it they are the ones left out. */
export type RankingChoice = { only: readonly RankingFilter[]; aside: WhyNot | 'any' | null }

/** The whole ranking without those set aside: what one sees first. */
export const EVERYBODY: RankingChoice = { only: [], aside: null }

const isFilter = (value: string): value is RankingFilter => rankingFilters.some((known) => known === value)

/** What an address asks for: `solo` as often as one likes, `da-parte` once. What it says wrongly is not asked for. */
export function choiceOf(params: URLSearchParams): RankingChoice {
  const aside = params.get('da-parte')
  return {
    only: rankingFilters.filter((filter) => params.getAll('solo').filter(isFilter).includes(filter)),
    aside: aside === 'any' || isWhyNot(aside) ? aside : null,
  }
}

/** The address of a choice: the other way round, with a question mark; `?` alone for everybody. */
export function addressOf({ only, aside }: RankingChoice): string {
  const params = new URLSearchParams(only.map((filter) => ['solo', filter]))
  if (aside) params.set('da-parte', aside)
  return `?${params.toString()}`
}

/** Whether one filter keeps somebody. `today` is the day in Rome. */
export function keeps(filter: RankingFilter, standing: Standing, today: IsoDate): boolean {
  switch (filter) {
    case 'unseen':
      return !standing.seen
    case 'unproposed':
      return !standing.proposed && !standing.refused
    case 'mine':
      return standing.mine
    case 'waiting':
      return standing.waitingSince <= addMonths(today, -WAITING_MONTHS)
    case 'near':
      return standing.km <= NEAR_KM
    case 'all_desired':
      return standing.allDesired
    default:
      return filter satisfies never
  }
}

function onThatSide({ whyNot }: Standing, aside: RankingChoice['aside']): boolean {
  if (aside === null) return whyNot === null
  return aside === 'any' ? whyNot !== null : whyNot === aside
}

/** Whom a choice leaves, in the order they were given. */
export const chosen = (
  standings: readonly Standing[],
  { only, aside }: RankingChoice,
  today: IsoDate,
): Standing[] =>
  standings.filter(
    (standing) => onThatSide(standing, aside) && only.every((filter) => keeps(filter, standing, today)),
  )

/** The choice with one filter put on, or taken off where it is on. */
export const toggled = (choice: RankingChoice, filter: RankingFilter): RankingChoice => ({
  ...choice,
  only: rankingFilters.filter((known) => choice.only.includes(known) !== (known === filter)),
})

export type FilterOffer = { filter: RankingFilter; on: boolean; to: string; leaves: number }

/** Each filter with where pressing it leads and how many it leaves while it is on, the others as they are. */
export const filterOffers = (
  standings: readonly Standing[],
  choice: RankingChoice,
  today: IsoDate,
): FilterOffer[] =>
  rankingFilters.map((filter) => {
    const on = choice.only.includes(filter)
    const next = toggled(choice, filter)
    const leaves = chosen(standings, on ? choice : next, today).length
    return { filter, on, to: addressOf(next), leaves }
  })

export type AsideOffer = { aside: WhyNot | 'any'; on: boolean; to: string; leaves: number }

/**
 * Those set aside: all of them first, then each reason that somebody has, with how many it leaves, the filters as they
 * are. Pressed again, it leads back to the others. None where nobody is set aside.
 */
export function asideOffers(
  standings: readonly Standing[],
  { only, aside: shown }: RankingChoice,
  today: IsoDate,
): AsideOffer[] {
  const offer = (aside: WhyNot | 'any'): AsideOffer => {
    const on = aside === shown
    const leaves = chosen(standings, { only, aside }, today).length
    return { aside, on, to: addressOf({ only, aside: on ? null : aside }), leaves }
  }
  return [offer('any'), ...whyNots.map(offer)].filter(({ leaves, on }) => leaves > 0 || on)
}
