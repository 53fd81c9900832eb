import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type postgres from 'postgres'
import { people, toDigits, type Person } from './population.ts'

const BATCH = 500

const list = (values: readonly (string | number)[]): string => `{${values.join(',')}}`
const line = (fields: readonly (string | number | boolean | null)[]): string =>
  `${fields.map((field) => (field === null ? '\\N' : String(field))).join('\t')}\n`

const AT = '2026-03-01T00:00:00Z'

const candidateLine = (one: Person, at: number): string =>
  line([one.orgId, one.candidateId, `BENCH-${at}`, one.orgId, '\\\\x', '\\\\x', '', AT, AT])

const profileLine = (one: Person): string =>
  line([
    ...[one.orgId, one.candidateId, true, toDigits(one.available), toDigits(one.wider)],
    ...[list(Object.keys(one.skills)), list(Object.values(one.skills)), 'isco-9412-kitchen-helper'],
    ...[list(one.licences), one.hasVehicle, one.italianSpoken, one.italianWritten, '001272', 'TO'],
    ...[one.area.lat, one.area.lng, one.maxKm, one.mayWorkFrom, one.permitUntil, one.renewalUnderWay],
    ...[one.freeFrom, one.minPayCents, list(one.aims), list(one.limits), list(one.preferredSectors)],
    ...[list(one.preferredProfessions), list(one.planSkills), one.waitingSince, AT],
  ])

const exclusionLines = (one: Person): string =>
  one.exclusions.map(({ kind, value }) => line([one.orgId, one.candidateId, kind, value, AT])).join('')

function* inBatches(size: number, lineOf: (one: Person, at: number) => string): Generator<string> {
  let batch = ''
  let at = 0
  for (const one of people(size)) {
    batch += lineOf(one, at++)
    if (at % BATCH !== 0) continue
    yield batch
    batch = ''
  }
  yield batch
}

/** Loads so many people past the triggers, as a copy of a network would come in; match rows are built afterwards. */
export async function loadPeople(sql: postgres.Sql, size: number): Promise<void> {
  await sql`alter table profiles disable trigger all`
  await sql`alter table candidate_exclusions disable trigger all`
  const candidates =
    await sql`copy candidates (org_id, id, code, case_manager_id, first_name, last_name, last_name_index, taken_on_at, created_at)
      from stdin`.writable()
  await pipeline(Readable.from(inBatches(size, candidateLine)), candidates)
  const profiles =
    await sql`copy profiles (org_id, candidate_id, matchable, available, with_childcare, skill_codes, skill_levels, profession_code,
      licences, has_vehicle, italian_spoken, italian_written, place_code, province, lat, lng, max_km, may_work_from, permit_until,
      renewal_under_way, free_from, min_pay_cents, aims, limits, preferred_sectors, preferred_professions, plan_skills,
      waiting_since, updated_at) from stdin`.writable()
  await pipeline(Readable.from(inBatches(size, profileLine)), profiles)
  const exclusions =
    await sql`copy candidate_exclusions (org_id, candidate_id, kind, value, created_at) from stdin`.writable()
  await pipeline(Readable.from(inBatches(size, exclusionLines)), exclusions)
  await sql`alter table profiles enable trigger all`
  await sql`alter table candidate_exclusions enable trigger all`
  await sql`vacuum analyze candidates`
  await sql`vacuum analyze profiles`
}
