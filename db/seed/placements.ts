import {
  addDays,
  addMonths,
  atLocal,
  daysBetween,
  localDate,
  type IsoDate,
} from '#app/domain/calendar/rome.ts'
import { areaOfProvince } from '#app/domain/places/areas.ts'
import type { FundingSource } from '#app/domain/placements/funding-sources.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import type { placements } from '#db/schema/proposals.ts'
import type { Firm } from './companies.ts'
import type { Organisation } from './organisations.ts'
import type { Past } from './past.ts'
import { makePastPerson } from './past-people.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

/** How an internship went, or that it was a job from the first day. `searching`: over, and she looks for work again. */
type Course =
  | 'running'
  | 'hired_stays'
  | 'hired_left'
  | 'searching'
  | 'completed'
  | 'ended_early'
  | 'job_stays'
  | 'job_left'

/** An internship or a job, with both sides of it. */
export type Placement = {
  id: string
  firm: Firm
  person: Person
  kind: 'internship' | 'job'
  state: 'active' | 'completed' | 'ended_early'
  startsOn: IsoDate
  endsOn: IsoDate | null
  becameHire: boolean
  openingId: OpeningId | null
  row: typeof placements.$inferInsert
}

/** A placement that is to be: where, how, and from which opening of the list. */
export type Slot = {
  company: string
  course: Course
  opening?: { id: OpeningId; profession: string; closedAgo: number }
  /** A story told of it so many days ago: it had begun well before. */
  toldAgo?: number | undefined
}

/** The proportions that the product exists to change (Ires Piemonte, 2018-2019): 300 taken on, 76 internships, 13 contracts. */
export const funnel = { takenOn: 300, internships: 76, contracts: 13 } as const

const funding: readonly (readonly [FundingSource, number])[] = [
  ['fami', 5],
  ['anti_trafficking', 4],
  ['region', 3],
  ['company', 3],
  ['gol', 2],
  ['foundation', 1],
]

const STAYS: readonly Course[] = ['running', 'hired_stays', 'searching', 'job_stays']

export type PlacementParts = {
  firms: readonly Firm[]
  organisations: readonly Organisation[]
  current: readonly Person[]
  slots: readonly Slot[]
  codes: readonly string[]
}

/** The placements, and the people of the past who had one. Whom a placement settles has her state set. */
export function makePlacements(
  { firms, organisations, current, slots, codes }: PlacementParts,
  past: Past,
  random: Random,
): { placements: Placement[]; former: Person[] } {
  const free = random.shuffle(current)
  const former: Person[] = []
  const made = slots.map((slot, at): Placement => {
    const draw = random.branch(`placement ${at}`)
    const firm = firms.find(({ entry }) => entry.name === slot.company)
    if (!firm) throw new Error(`no company is called ${slot.company}`)
    const dates = datesOf(slot, firm, past, draw)
    const area = areaOfProvince(firm.place.province)
    const takenOn = latest(addDays(dates.startsOn, -draw.int(35, 140)), past.ago(728))
    let person: Person
    if (STAYS.includes(slot.course)) {
      person = takeFitting(free, area, slot, firm)
      person.takenOnAt = atLocal(takenOn, '10:30')
      person.state = slot.course === 'searching' ? 'active' : 'placed'
      person.waitingSince =
        slot.course === 'searching' ? addDays(dates.endsOn ?? past.today, 3) : addDays(takenOn, 12)
    } else {
      const { profession } = slot.opening ?? {}
      const { sector } = firm.entry
      const code = codes[former.length] ?? ''
      person = makePastPerson({ organisations, area, code, takenOn, sector, profession }, past, draw)
      former.push(person)
    }
    return placementOf({ slot, firm, person, ...dates }, draw)
  })
  return { placements: made, former }
}

const latest = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b)

/** Somebody of the same part of Piemonte, of the opening's or the sector's trade where there is one. */
function takeFitting(free: Person[], area: Person['area'], slot: Slot, firm: Firm): Person {
  const near = (person: Person) => person.area === area
  const at = [
    free.findIndex((each) => near(each) && each.trade.profession === slot.opening?.profession),
    free.findIndex((each) => near(each) && each.trade.sectors.includes(firm.entry.sector)),
    free.findIndex(near),
  ].find((index) => index >= 0)
  const [person] = free.splice(at ?? 0, 1)
  if (!person) throw new Error('nobody is left to be placed')
  return person
}

/**
 * When it began and ended: soon after its opening was filled, or, where it was agreed by telephone, at any time since the
 * company and the network know each other.
 */
function datesOf(
  { course, opening, toldAgo = 0 }: Slot,
  firm: Firm,
  past: Past,
  draw: Random,
): Pick<Placement, 'startsOn' | 'endsOn'> {
  const known = daysBetween(localDate(firm.enteredAt), past.today) - 45
  const begun = opening ? opening.closedAgo - draw.int(2, 8) : null
  const months = draw.int(3, 6)
  if (course === 'running') {
    const startedAgo = begun ?? draw.int(8, Math.min(known, months * 30 - 14))
    const startsOn = past.ago(startedAgo)
    return { startsOn, endsOn: addMonths(startsOn, Math.max(months, Math.ceil((startedAgo + 14) / 30))) }
  }
  if (course === 'job_stays' || course === 'job_left') {
    return { startsOn: past.ago(begun ?? draw.int(40, Math.min(320, known))), endsOn: null }
  }
  const length = course === 'ended_early' ? draw.int(18, 70) : months * 30
  const startsOn = past.ago(begun ?? draw.int(Math.min(Math.max(length + 12, toldAgo + 70), known), known))
  return { startsOn, endsOn: addDays(startsOn, length) }
}

type Settled = { slot: Slot; firm: Firm; person: Person } & Pick<Placement, 'startsOn' | 'endsOn'>

function placementOf({ slot, firm, person, startsOn, endsOn }: Settled, draw: Random): Placement {
  const { course } = slot
  const job = course === 'job_stays' || course === 'job_left'
  const id = draw.uuid<string>()
  const shape = {
    ...{ id, startsOn, endsOn, openingId: slot.opening?.id ?? null },
    kind: job ? ('job' as const) : ('internship' as const),
    state: stateOf(course),
    becameHire: course === 'hired_stays' || course === 'hired_left',
  }
  return {
    ...{ ...shape, firm, person },
    row: {
      ...shape,
      ...{ orgId: person.caseManager.orgId, candidateId: person.id, companyId: firm.id },
      fundingSource: job ? 'company' : draw.weighted(funding),
      createdAt: atLocal(addDays(startsOn, -draw.int(3, 10)), '11:00'),
    },
  }
}

function stateOf(course: Course): Placement['state'] {
  switch (course) {
    case 'running':
    case 'job_stays':
    case 'job_left':
      return 'active'
    case 'ended_early':
      return 'ended_early'
    case 'hired_stays':
    case 'hired_left':
    case 'searching':
    case 'completed':
      return 'completed'
    default:
      return course satisfies never
  }
}
