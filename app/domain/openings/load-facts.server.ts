import { asc, desc, inArray } from 'drizzle-orm'
import { type openings, openingShifts, openingSkills } from '#db/schema/openings.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Offer } from './offers.ts'
import type { OpeningFacts, OpeningShift, OpeningSkill } from './opening-facts.ts'

export type OpeningRow = typeof openings.$inferSelect
type Parts = { skills: OpeningSkill[]; shifts: OpeningShift[] }

const offersOf = (row: OpeningRow): Offer[] => {
  const given: Record<Offer, boolean> = {
    transport: row.transportProvided,
    lodging: row.lodgingProvided,
    canteen: row.canteen,
    childcare: row.childcareProvided,
    tutor: row.tutor,
  }
  return (Object.keys(given) as Offer[]).filter((offer) => given[offer])
}

const factsOf = (row: OpeningRow, parts: Parts | undefined): OpeningFacts => ({
  kind: row.kind,
  professionCode: row.professionCode,
  title: row.title,
  tasks: row.tasks,
  skills: parts?.skills ?? [],
  shifts: parts?.shifts ?? [],
  hoursPerWeek: row.hoursPerWeek,
  placeCode: row.placeCode,
  licences: row.licences,
  needsVehicle: row.needsVehicle,
  startFrom: row.startFrom,
  startLatest: row.startLatest,
  durationMonths: row.durationMonths,
  places: row.places,
  italianSpoken: row.italianSpoken,
  italianWritten: row.italianWritten,
  payMonthlyCents: row.payMonthlyCents,
  demands: row.demands,
  offers: offersOf(row),
  teaches: row.teaches,
})

/** What belongs to each of some openings: skills, required and weightiest first, and shifts in their order. */
export async function loadParts(tx: Tx, ids: readonly OpeningId[]): Promise<Map<OpeningId, Parts>> {
  const parts = new Map(ids.map((id): [OpeningId, Parts] => [id, { skills: [], shifts: [] }]))
  if (ids.length === 0) return parts
  const skills = await tx
    .select()
    .from(openingSkills)
    .where(inArray(openingSkills.openingId, [...ids]))
    .orderBy(desc(openingSkills.need), desc(openingSkills.weight), asc(openingSkills.skillCode))
  const shifts = await tx
    .select()
    .from(openingShifts)
    .where(inArray(openingShifts.openingId, [...ids]))
    .orderBy(asc(openingShifts.position))
  for (const { openingId, skillCode, need, level, weight } of skills)
    parts.get(openingId)?.skills.push({ code: skillCode, need, level, weight })
  for (const { openingId, kind, mask, hoursPerWeek } of shifts)
    parts.get(openingId)?.shifts.push({ kind, mask, hoursPerWeek })
  return parts
}

/** The facts of openings whose rows the caller was allowed to read. */
export async function loadFacts(tx: Tx, rows: readonly OpeningRow[]): Promise<Map<OpeningId, OpeningFacts>> {
  const parts = await loadParts(
    tx,
    rows.map(({ id }) => id),
  )
  return new Map(rows.map((row) => [row.id, factsOf(row, parts.get(row.id))]))
}
