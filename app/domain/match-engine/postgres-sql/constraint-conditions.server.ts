import { sql, type SQL } from 'drizzle-orm'
import { candidateExclusions, profiles } from '#db/schema/candidates.ts'
import type { Constraint } from '../../matching/constraints.ts'
import type { IsoDate, MatchOpening, ShiftOption } from '../../matching/types.ts'
import { commuteKmSql } from './commute-km.server.ts'
import { coversLicence } from './covering-licences.server.ts'
import { allOf, anyOf, textArray, weekBits } from './lists.server.ts'

function fits(option: ShiftOption, week: SQL): SQL {
  if (option.type === 'fixed') return sql`(${week} & ${weekBits(option.mask)}) = ${weekBits(option.mask)}`
  return sql`bit_count(${week} & ${weekBits(option.window)}) >= ${option.hoursPerWeek * 2}::int`
}

function shift(opening: MatchOpening): SQL {
  const week = opening.childcareProvided
    ? sql`(${profiles.available} | ${profiles.withChildcare})`
    : sql`${profiles.available}`
  return anyOf(opening.shiftOptions.map((option) => fits(option, week)))
}

const skills = (opening: MatchOpening): SQL =>
  allOf(
    opening.requiredSkills.map(
      ({ code, level }) =>
        sql`${profiles.skillLevels}[array_position(${profiles.skillCodes}, ${code})] >= ${level}::int`,
    ),
  )

const licence = (opening: MatchOpening): SQL =>
  allOf([
    ...opening.licences.map(coversLicence),
    ...(opening.needsVehicle ? [sql`${profiles.hasVehicle}`] : []),
  ])

const language = (opening: MatchOpening): SQL =>
  sql`${profiles.italianSpoken} >= ${opening.italianSpoken}::int and ${profiles.italianWritten} >= ${opening.italianWritten}::int`

const commute = (opening: MatchOpening): SQL =>
  opening.transportProvided || opening.lodgingProvided
    ? sql`true`
    : sql`${commuteKmSql(opening.place)} <= ${profiles.maxKm}`

function permit(opening: MatchOpening, today: IsoDate): SQL {
  const startsOn = sql`greatest(${today}::date, ${opening.startFrom}::date, ${profiles.freeFrom}, ${profiles.mayWorkFrom})`
  return sql`${profiles.mayWorkFrom} <= ${opening.startLatest}::date
    and (${profiles.permitUntil} is null or ${profiles.permitUntil} > ${startsOn} or ${profiles.renewalUnderWay})`
}

const start = (opening: MatchOpening, today: IsoDate): SQL =>
  sql`greatest(${profiles.freeFrom}, ${today}::date) <= ${opening.startLatest}::date`

const pay = (opening: MatchOpening): SQL =>
  sql`${profiles.minPayCents} <= ${opening.payMonthlyCents ?? 0}::int`

const aim = (opening: MatchOpening): SQL => sql`${profiles.aims} @> ${textArray([opening.kind])}`

const demands = (opening: MatchOpening): SQL => sql`not (${profiles.limits} && ${textArray(opening.demands)})`

function exclusion(opening: MatchOpening): SQL {
  const { kind, value } = candidateExclusions
  const here = [
    sql`(${kind} = 'company' and ${value} = ${opening.companyId})`,
    ...(opening.companyVatId === null ? [] : [sql`(${kind} = 'vat' and ${value} = ${opening.companyVatId})`]),
    sql`(${kind} = 'town' and ${value} = ${opening.place.townCode})`,
  ]
  return sql`not exists (select from ${candidateExclusions}
    where ${candidateExclusions.orgId} = ${profiles.orgId}
      and ${candidateExclusions.candidateId} = ${profiles.candidateId} and ${anyOf(here)})`
}

/** When each constraint of an opening is met, as a condition on a row of `profiles`. */
export const conditionOf: Record<Constraint, (opening: MatchOpening, today: IsoDate) => SQL> = {
  shift,
  skills,
  licence,
  language,
  commute,
  permit,
  start,
  pay,
  aim,
  demands,
  exclusion,
}
