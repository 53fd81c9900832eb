import { addDays, atLocal, type IsoDate } from '#app/domain/calendar/rome.ts'
import type { Area } from '#app/domain/places/areas.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { ageOf, fairJobBackgrounds, type Background } from './backgrounds.ts'
import { personName } from './names.ts'
import type { Organisation, Staff } from './organisations.ts'
import type { Past } from './past.ts'
import { profileFacts, type ProfileFacts } from './profile-facts.ts'
import type { Random } from './random.ts'
import { townNamed } from './towns.ts'
import type { Trade } from './trade.ts'
import { trades } from './trades.ts'

/** What she answered when she was asked whether her profile may be matched. */
export type MatchingAnswer = 'given' | 'refused' | 'withdrawn' | 'not_asked'

/** Somebody who looks for work, or did. */
export type Person = {
  id: CandidateId
  code: string
  caseManager: Staff
  area: Area
  trade: Trade
  background: Background
  name: { firstName: string; lastName: string }
  birthDate: IsoDate
  state: 'active' | 'placed' | 'inactive' | 'closed'
  takenOnAt: Date
  waitingSince: IsoDate
  matching: MatchingAnswer
  facts: ProfileFacts
}

export type PersonSketch = {
  code: string
  caseManager: Staff
  towns: readonly string[]
  trade: Trade
  background: Background
  drives: boolean
  takenOn: IsoDate
  state: Person['state']
}

/** Somebody, from what is settled about her; the rest is drawn. */
export function makePerson(sketch: PersonSketch, past: Past, random: Random): Person {
  const { code, caseManager, towns, trade, background, drives, takenOn, state } = sketch
  const town = townNamed(random.pick(towns))
  const waiting = addDays(takenOn, random.int(10, 60))
  return {
    ...{ id: random.uuid<CandidateId>(), code, caseManager, trade, background, state },
    area: caseManager.area,
    name: personName(background.nationality, background.gender, random),
    birthDate: past.ago(ageOf(random) * 365 + random.int(10, 360)),
    takenOnAt: atLocal(takenOn, '10:30'),
    waitingSince: waiting < past.today ? waiting : takenOn,
    matching: 'given',
    facts: profileFacts({ background, trade, town, drives }, past, random),
  }
}

const DRIVERS = 12

/** FairJob's people: those whom the network accompanies today, spread over its organisations and trades. */
export function makeCurrentPeople(
  organisations: readonly Organisation[],
  codes: readonly string[],
  past: Past,
  random: Random,
): Person[] {
  const backgrounds = fairJobBackgrounds(random.branch('backgrounds'))
  const places = homesOf(organisations, random)
  const drivers = new Set(random.some([...places.keys()], DRIVERS))
  return places.map(({ trade, caseManager, towns }, at) => {
    const background = backgrounds[at]
    if (!background) throw new Error('there are more people than backgrounds')
    const draw = random.branch(`person ${at}`)
    return makePerson(
      {
        ...{ code: codes[at] ?? '', caseManager, towns, trade, background, drives: drivers.has(at) },
        takenOn: past.ago(draw.int(25, 560)),
        state: 'active',
      },
      past,
      draw,
    )
  })
}

/** For each of the trades' people a case manager of their part of Piemonte, all with about as many. */
function homesOf(organisations: readonly Organisation[], random: Random) {
  return (['torino', 'north_east', 'south'] as const).flatMap((area) => {
    const here = organisations.filter((each) => each.area === area)
    const desks = random.shuffle(
      here.flatMap(({ caseManagers, towns }) => caseManagers.map((caseManager) => ({ caseManager, towns }))),
    )
    const deck = random.shuffle(
      trades.flatMap((trade) => Array.from({ length: trade.people[area] }, () => trade)),
    )
    return deck.map((trade, at) => {
      const desk = desks[at % desks.length]
      if (!desk) throw new Error(`nobody works in ${area}`)
      return { trade, ...desk }
    })
  })
}

/** Settles who of the people in search has not said yes to being matched. Call it once placements are known. */
export function settleAnswers(people: readonly Person[], random: Random): void {
  const searching = random.shuffle(people.filter(({ state }) => state === 'active'))
  const answers: [MatchingAnswer, number][] = [
    ['refused', 5],
    ['withdrawn', 2],
    ['not_asked', 3],
  ]
  for (const [answer, count] of answers) {
    for (const person of searching.splice(0, count)) person.matching = answer
  }
  for (const person of searching.splice(0, 2)) person.state = 'inactive'
}
