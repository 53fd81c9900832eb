import { addDays, type IsoDate } from '#app/domain/calendar/rome.ts'
import type { Area } from '#app/domain/places/areas.ts'
import type { SectorCode } from '#app/domain/taxonomy/sectors.ts'
import { likeFairJob } from './backgrounds.ts'
import type { Organisation } from './organisations.ts'
import type { Past } from './past.ts'
import { makePerson, type Person } from './people.ts'
import type { Random } from './random.ts'
import { trades } from './trades.ts'

type Wanted = {
  organisations: readonly Organisation[]
  area: Area
  code: string
  takenOn: IsoDate
  /** Her trade is one of this sector, where there is one. */
  sector?: SectorCode | undefined
  profession?: string | undefined
}

/** Somebody whom the network accompanied and no longer does. */
export function makePastPerson(wanted: Wanted, past: Past, random: Random): Person {
  const { organisations, area, code, takenOn, sector, profession } = wanted
  const home = random.pick(organisations.filter((each) => each.area === area))
  const fitting =
    trades.filter((trade) => trade.profession === profession).at(0) ??
    random.weighted(
      trades.map((trade) => {
        const people = trade.people.torino + trade.people.north_east + trade.people.south
        return [trade, sector && trade.sectors.includes(sector) ? people * 20 : people] as const
      }),
    )
  return makePerson(
    {
      ...{ code, takenOn, trade: fitting, state: 'closed', towns: home.towns },
      caseManager: random.pick(home.caseManagers),
      background: likeFairJob(random),
      drives: random.chance(0.12),
    },
    past,
    random,
  )
}

/** So many people who left without a placement: moved away, found work alone, or went another way. */
export function makeOthersOfThePast(
  organisations: readonly Organisation[],
  codes: readonly string[],
  past: Past,
  random: Random,
): Person[] {
  return codes.map((code) => {
    const { area } = random.pick(organisations)
    const takenOn = addDays(past.today, -random.int(130, 726))
    return makePastPerson({ organisations, area, code, takenOn }, past, random)
  })
}
