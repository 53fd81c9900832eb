import { addDays, atLocal, localDate } from '#app/domain/calendar/rome.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import type { openings, openingShifts, openingSkills } from '#db/schema/openings.ts'
import type { Firm } from './companies.ts'
import type { OpeningEntry } from './opening-entry.ts'
import { openingsOfCareAndCleaning } from './openings-care-and-cleaning.ts'
import { openingsOfGoodsAndLand } from './openings-goods-and-land.ts'
import { openingsOfIndustryAndCrafts } from './openings-industry-and-crafts.ts'
import { openingsOfTablesAndRooms } from './openings-tables-and-rooms.ts'
import { momentOn, type Past } from './past.ts'
import type { Random } from './random.ts'
import { townNamed } from './towns.ts'

/** What companies look for, and what they looked for. */
export type Opening = {
  id: OpeningId
  entry: OpeningEntry
  firm: Firm
  row: typeof openings.$inferInsert
  skills: (typeof openingSkills.$inferInsert)[]
  shifts: (typeof openingShifts.$inferInsert)[]
  postedAt: Date | null
  closedAt: Date | null
}

const entries: readonly OpeningEntry[] = [
  ...openingsOfTablesAndRooms,
  ...openingsOfCareAndCleaning,
  ...openingsOfGoodsAndLand,
  ...openingsOfIndustryAndCrafts,
]

/** The openings of the demo network, each with its company. */
export const makeOpenings = (firms: readonly Firm[], past: Past, random: Random): Opening[] =>
  entries.map((entry) => {
    const firm = firms.find((each) => each.entry.name === entry.company)
    if (!firm) throw new Error(`no company is called ${entry.company}`)
    return openingOf(entry, firm, past, random.branch(`${entry.company}: ${entry.title}`))
  })

function openingOf(entry: OpeningEntry, firm: Firm, past: Past, draw: Random): Opening {
  const id = draw.uuid<OpeningId>()
  const postedAt = entry.postedAgo === undefined ? null : momentOn(past, past.ago(entry.postedAgo), draw)
  const closedAt = entry.closedAgo === undefined ? null : momentOn(past, past.ago(entry.closedAgo), draw)
  const begunOn = addDays(postedAt ? localDate(postedAt) : past.today, postedAt ? -1 : -draw.int(1, 12))
  const columns = {
    ...columnsOfWhat(entry),
    ...columnsOfWhenAndWhere(entry, firm, past),
    ...columnsOfConditions(entry),
  }
  return {
    ...{ id, entry, firm, postedAt, closedAt },
    row: {
      ...{ id, companyId: firm.id, state: entry.state, stepsDone: entry.stepsDone ?? 4, ...columns },
      ...{ postedAt, closedAt, closeReason: entry.closeReason ?? null },
      createdAt: atLocal(begunOn, '10:00'),
    },
    skills: skillsOf(entry, id),
    shifts: entry.shifts.map((shift, position) => ({ openingId: id, position, ...shift })),
  }
}

const columnsOfWhat = ({ kind, title, profession, tasks }: OpeningEntry) => ({
  ...{ kind, title, tasks },
  professionCode: profession,
})

/** A draft has what its last saved step has asked for, and no more. */
function columnsOfWhenAndWhere(entry: OpeningEntry, firm: Firm, past: Past) {
  if ((entry.stepsDone ?? 4) < 3) return {}
  const place = entry.place ? townNamed(entry.place) : firm.place
  return {
    ...{ placeCode: place.code, lat: place.lat, lng: place.lng },
    ...{ hoursPerWeek: entry.hours, durationMonths: entry.months ?? null, places: entry.places ?? 1 },
    ...{ licences: [...(entry.licences ?? [])], needsVehicle: entry.needsVehicle ?? false },
    ...{ startFrom: past.ago(-entry.start[0]), startLatest: past.ago(-entry.start[1]) },
  }
}

function columnsOfConditions({ stepsDone = 4, italian, pay, offers = [], demands, teaches }: OpeningEntry) {
  if (stepsDone < 4) return {}
  return {
    ...{ italianSpoken: italian[0], italianWritten: italian[1] },
    payMonthlyCents: pay === null ? null : pay * 100,
    ...{ demands: [...(demands ?? [])], teaches: [...(teaches ?? [])] },
    ...{ transportProvided: offers.includes('transport'), lodgingProvided: offers.includes('lodging') },
    ...{ canteen: offers.includes('canteen'), childcareProvided: offers.includes('childcare') },
    tutor: offers.includes('tutor'),
  }
}

/** The first of the skills that would help counts most. */
function skillsOf({ required = {}, desired = {} }: OpeningEntry, openingId: OpeningId): Opening['skills'] {
  return [
    ...Object.entries(required).map(([skillCode, level]) => ({
      ...{ openingId, skillCode, level, weight: 1 },
      need: 'required' as const,
    })),
    ...Object.entries(desired).map(([skillCode, level], at) => ({
      ...{ openingId, skillCode, level, weight: at === 0 ? 3 : 1 },
      need: 'desired' as const,
    })),
  ]
}
