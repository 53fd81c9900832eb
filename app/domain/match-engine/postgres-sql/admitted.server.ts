import { sql, type SQL } from 'drizzle-orm'
import { NO_FIT } from '../compile/judge-weeks.ts'
import type { CompiledOpening } from '../compile/compile-opening.ts'
import type { PointTables } from '../compile/point-tables.ts'
import { STATES_PROFESSIONS, STATES_SECTORS } from '../fact-bits.ts'
import type { CandidateId, OrganisationId } from '../../shared/ids.ts'
import type { Tx } from '../../shared/with-actor.server.ts'
import { smallints } from './lists.server.ts'
import { commonParameters, every, hasAll, hasCodes, kmNeeded, weekAt } from './parameters.server.ts'
import { inScope, notExcluded, type Scope } from './scope.server.ts'

/** Somebody admitted, with her score in hundredths. */
export type AdmittedRow = { id: CandidateId; orgId: OrganisationId; hundredths: number }

/**
 * All constraints, what keeps most people out before the rest. PostgreSQL asks what costs least first, whatever it keeps out:
 * within `case` the order is ours.
 */
const admits = (compiled: CompiledOpening, scope: Scope): SQL => {
  const { licences, vehicle, language, aim, demands } = compiled.needs
  const rest = every([
    sql`${kmNeeded} <= p.max_km`,
    sql`p.free_from <= k.latest`,
    sql`p.may_work_from <= k.latest`,
    sql`p.min_pay_cents <= k.pay`,
    sql`p.permit_until > k.earliest`,
    ...hasCodes(compiled.required),
    notExcluded(compiled.opening),
  ])
  return every([
    ...inScope(scope),
    hasAll(licences | vehicle | language | aim | demands),
    sql`get_byte(k.weeks, ${weekAt}) <> ${NO_FIT}::int`,
    sql`case when ${rest} then true else false end`,
  ])
}

/** 0 where the code is not among her preferences, 1 where she has named none, 2 where it is. */
const agreed = (states: bigint, code: number): SQL =>
  sql`case when p.facts & ${String(states)}::bigint = 0 then 1 when ${code}::smallint = any(p.codes) then 2 else 0 end`

/** What somebody covers of one desired skill: who has not the lowest level has none. */
function covered([lowest, ...higher]: PointTables['desired'][number]): SQL {
  if (!lowest) return sql`0`
  return sql`case when ${lowest.id}::smallint = any(p.codes) then ${lowest.sixths}::int + ${covered(higher)} else 0 end`
}

/** The score of an admitted row: sums of what the tables say. */
function points(tables: PointTables): SQL {
  const terms = [
    sql`k.preferences[1 + ${agreed(STATES_SECTORS, tables.sector)} + ${agreed(STATES_PROFESSIONS, tables.profession)}]`,
    sql`k.closeness[least(p.area_id, k.last_area)]`,
    sql`k.waiting[1 + greatest(0, least(k.today - p.waiting_since, ${tables.waiting.length - 1}::int))]`,
    sql`k.slack[1 + get_byte(k.weeks, ${weekAt})]`,
  ]
  const skills = tables.desired.map(covered)
  if (skills.length > 0) terms.push(sql`k.skills[1 + ${sql.join(skills, sql` + `)}]`)
  if (tables.teaches.length > 0)
    terms.push(sql`case when p.codes && ${smallints(tables.teaches)} then ${tables.growth}::int else 0 end`)
  return sql`(${sql.join(terms, sql` + `)})::int`
}

/** Holds where another opening does not admit the row. */
const notAdmittedBy = (other: CompiledOpening, scope: Scope): SQL => sql`p.candidate_id not in (
  select p.candidate_id from match_profiles p, (select ${commonParameters(other)}) k where ${admits(other, scope)})`

/**
 * Whom an opening admits, best first: one scan that tests, scores and keeps the first `limit`. The sum is the pure
 * score's to the hundredth, so the order is exactly that of `rank`.
 * @param unless leaves out whom this opening admits already.
 */
export async function admittedRows(
  tx: Tx,
  compiled: CompiledOpening,
  tables: PointTables,
  today: number,
  scope: Scope,
  limit: number,
  unless?: CompiledOpening,
): Promise<AdmittedRow[]> {
  return tx.execute<AdmittedRow>(sql`/* planned anew */
    select p.candidate_id as id, p.org_id as "orgId", ${points(tables)} as hundredths
    from match_profiles p, (select ${commonParameters(compiled)},
      ${today}::int as today,
      ${smallints(tables.preferences)} as preferences,
      ${smallints(tables.closeness)} as closeness,
      ${smallints(tables.waiting)} as waiting,
      ${smallints(tables.slack)} as slack,
      ${smallints(tables.skills)} as skills) k
    where ${every([admits(compiled, scope), unless === undefined ? null : notAdmittedBy(unless, scope)])}
    order by hundredths desc, p.waiting_since, p.candidate_id limit ${limit}::int`)
}
