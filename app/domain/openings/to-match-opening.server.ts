import { eq, inArray, sql } from 'drizzle-orm'
import { companies, companyPeople } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { fromBits } from '../matching/week.ts'
import type { MatchOpening, ShiftOption, SkillLevel } from '../matching/types.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { CefrLevel } from '../taxonomy/cefr.ts'
import type { Demand } from '../taxonomy/demands.ts'
import type { LicenceCategory } from '../taxonomy/licences.ts'
import { loadParts, type OpeningRow } from './load-facts.server.ts'
import type { OpeningShift, OpeningSkill } from './opening-facts.ts'

type Company = Pick<typeof companies.$inferSelect, 'vatId' | 'sector'> & { people: readonly string[] }
type Parts = { skills: readonly OpeningSkill[]; shifts: readonly OpeningShift[] }

const shiftOptionOf = ({ kind, mask, hoursPerWeek }: OpeningShift): ShiftOption =>
  kind === 'fixed'
    ? { type: 'fixed', mask: fromBits(mask) }
    : { type: 'flexible', window: fromBits(mask), hoursPerWeek: hoursPerWeek ?? 0 }

/**
 * The facts of an opening that a match reads, from its rows; null for a draft that lacks one of them. The sector is the
 * company's: who prefers hotels wants to work in one, as a cook as well as at the desk.
 */
export function toMatchOpening(
  row: OpeningRow,
  company: Company,
  { skills, shifts }: Parts,
): MatchOpening | null {
  const { kind, professionCode, placeCode, lat, lng, startFrom, startLatest } = row
  if (!kind || !professionCode || !placeCode || lat === null || lng === null || !startFrom || !startLatest)
    return null
  const asked = skills.map(({ code, need, level, weight }) => ({
    code,
    need,
    level: level as SkillLevel,
    weight,
  }))
  return {
    openingId: row.id,
    companyId: row.companyId,
    companyVatId: company.vatId || null,
    companyPeople: company.people,
    kind,
    sector: company.sector,
    professionCode,
    shiftOptions: shifts.map(shiftOptionOf),
    childcareProvided: row.childcareProvided,
    requiredSkills: asked
      .filter(({ need }) => need === 'required')
      .map(({ code, level }) => ({ code, level })),
    desiredSkills: asked
      .filter(({ need }) => need === 'desired')
      .map(({ code, level, weight }) => ({ code, level, weight })),
    teaches: row.teaches,
    licences: row.licences as LicenceCategory[],
    needsVehicle: row.needsVehicle,
    italianSpoken: row.italianSpoken as CefrLevel,
    italianWritten: row.italianWritten as CefrLevel,
    place: { townCode: placeCode, lat, lng },
    transportProvided: row.transportProvided,
    lodgingProvided: row.lodgingProvided,
    startFrom,
    startLatest,
    payMonthlyCents: row.payMonthlyCents,
    demands: row.demands as Demand[],
  }
}

/** Whoever was ever a contact counts, whatever her role, also after she has left: one firm too many costs an opening. */
const people = sql<string[]>`array(select ${companyPeople.nameKey} from ${companyPeople}
  where ${companyPeople.companyId} = ${companies.id} order by ${companyPeople.nameKey})`

/** Openings as a match reads them, those with gaps left out. Row security decides which of the ids can be read. */
export async function loadMatchOpenings(tx: Tx, ids: readonly OpeningId[]): Promise<MatchOpening[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ opening: openings, company: { vatId: companies.vatId, sector: companies.sector, people } })
    .from(openings)
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(inArray(openings.id, [...ids]))
  const parts = await loadParts(tx, ids)
  const none: Parts = { skills: [], shifts: [] }
  return rows.flatMap(
    ({ opening, company }) => toMatchOpening(opening, company, parts.get(opening.id) ?? none) ?? [],
  )
}
