import { sql, type SQL } from 'drizzle-orm'
import { PAY_STEP_CENTS, startWeeks, weeksLater } from '../../matching/what-if/edits.ts'
import { negotiable, type NegotiableConstraint } from '../../matching/constraints.ts'
import type { CandidateId, OrganisationId } from '../../shared/ids.ts'
import type { Tx } from '../../shared/with-actor.server.ts'
import { dayNumber, type CompiledOpening } from '../compile/compile-opening.ts'
import { NO_FIT } from '../compile/judge-weeks.ts'
import { needsOf } from '../fact-bits.ts'
import { NO_LICENCE, NO_VEHICLE, NOT_YET_ALLOWED, ONE_SKILL, ROOM, type CodeCount } from './codes.ts'
import { commonParameters, every, hasAll, hasCodes, kmNeeded, weekAt } from './parameters.server.ts'
import { inScope, notExcluded, type Scope } from './scope.server.ts'

/** The latest start moved by some weeks, as a day number; before any day where that, too, is gone. */
function latestAfter({ opening, today }: CompiledOpening, weeks: number): number {
  const moved = weeksLater(opening.startLatest, weeks)
  return moved < today ? -32_768 : dayNumber(moved)
}

const flag = (condition: SQL | null, value: number): SQL | null =>
  condition && sql`case when ${condition} then 0 else ${value}::int end`

const sum = (terms: readonly (SQL | null)[]): SQL => {
  const given = terms.filter((term) => term !== null)
  return given.length > 0 ? sql`(${sql.join(given, sql` + `)})` : sql`0`
}

type Rule = { met: SQL; facts: SQL }

/** When each negotiable constraint is met, and the facts of one that isn't. */
function rules(compiled: CompiledOpening): Record<NegotiableConstraint, Rule> {
  const { needs, opening, required } = compiled
  const lower = needsOf({
    ...opening,
    italianSpoken: Math.max(0, opening.italianSpoken - 1) as typeof opening.italianSpoken,
    italianWritten: Math.max(0, opening.italianWritten - 1) as typeof opening.italianSpoken,
  }).language
  const free = sql`greatest(p.free_from, p.may_work_from)`
  const starts = startWeeks.map(
    (weeks, at) => sql`when ${free} <= ${latestAfter(compiled, weeks)}::smallint then ${at + 1}::int`,
  )
  return {
    shift: {
      met: sql`get_byte(k.weeks, ${weekAt}) <> ${NO_FIT}::int`,
      facts: sql`get_byte(k.week_edits, 2 * ${weekAt}) + 256 * get_byte(k.week_edits, 2 * ${weekAt} + 1)`,
    },
    commute: { met: sql`${kmNeeded} <= p.max_km`, facts: sql`0` },
    licence: {
      met: every([hasAll(needs.licences | needs.vehicle)]),
      facts: sum([flag(hasAll(needs.licences), NO_LICENCE), flag(hasAll(needs.vehicle), NO_VEHICLE)]),
    },
    language: {
      met: every([hasAll(needs.language)]),
      facts: sql`case when ${every([hasAll(lower)])} then 1 else 0 end`,
    },
    start: {
      met: sql`(p.free_from <= k.latest and p.may_work_from <= k.latest)`,
      facts: sql`(case ${sql.join(starts, sql` `)} else 0 end + case when p.may_work_from > ${dayNumber(opening.startLatest)}::smallint then ${NOT_YET_ALLOWED}::int else 0 end)`,
    },
    pay: {
      met: sql`p.min_pay_cents <= k.pay`,
      facts: sql`least(${ROOM - 1}::int, (p.min_pay_cents + ${PAY_STEP_CENTS - 1}::int) / ${PAY_STEP_CENTS}::int)`,
    },
    skills: {
      met: every(hasCodes(required)),
      facts: sum(hasCodes(required).map((has, at) => flag(has, ONE_SKILL + at + 1))),
    },
  }
}

/** The order in which a row is asked: bits first, which cost least, then what blocks most people. */
const asked: readonly NegotiableConstraint[] = [
  'licence',
  'language',
  'shift',
  'commute',
  'start',
  'pay',
  'skills',
]

/**
 * The code of a row as one decision tree: no constraint is looked at twice, and none after the second that blocks. Null
 * where two or more do.
 */
function codeOf(compiled: CompiledOpening): SQL {
  const by = rules(compiled)
  const { licences, vehicle, language } = compiled.needs
  /** All of some constraints: two that are bits of the same number are one question. */
  const allMet = (names: readonly NegotiableConstraint[]): SQL =>
    names.includes('licence') && names.includes('language')
      ? every([
          hasAll(licences | vehicle | language),
          ...names.filter((name) => name !== 'licence' && name !== 'language').map((name) => by[name].met),
        ])
      : every(names.map((name) => by[name].met))
  const branches = asked.map((name, at) => {
    const rest = allMet(asked.slice(at + 1))
    const code = sql`${ROOM * (negotiable.indexOf(name) + 1)}::int + ${by[name].facts}`
    return sql`when not ${by[name].met} then case when ${rest} then ${code} end`
  })
  return sql`case ${sql.join(branches, sql` `)} else 0 end`
}

/** What no company can change; and whom neither her hours nor her way allows, as most of those kept out, has two in her way. */
function mayBeNear(compiled: CompiledOpening): (SQL | null)[] {
  const { shift, commute } = rules(compiled)
  return [
    hasAll(compiled.needs.aim | compiled.needs.demands),
    sql`p.permit_until > k.earliest`,
    sql`case when ${shift.met} then true else ${commute.met} end`,
  ]
}

/**
 * Keeps a statement on one core: `set_config` may stand in no parallel plan. Rows leave these scans in their thousands, and
 * handing each of them from one process to another costs more than the second core saves.
 */
const onOneCore = sql`(select set_config('app.purpose', 'matching', true)) is not null`

const parameters = (compiled: CompiledOpening, weekEdits: Uint8Array): SQL =>
  sql`(select ${commonParameters(compiled)}, ${Buffer.from(weekEdits)}::bytea as week_edits) k`

/**
 * How many people an opening admits, and how many one negotiable constraint alone keeps out, by what would let them in:
 * everything that near misses and what-ifs count, in one scan.
 * @param own the organisation whose people are counted apart; null takes everybody for one's own.
 */
export async function countCodes(
  tx: Tx,
  compiled: CompiledOpening,
  weekEdits: Uint8Array,
  own: OrganisationId | null,
  scope: Scope,
): Promise<CodeCount[]> {
  // Taken apart by `offset 0`: the code is worked out once a row, and the exclusions are asked of the few rows with one.
  return tx.execute<CodeCount>(sql`/* planned anew */
    select p.code, count(*)::int as people, (count(*) filter (where ${own}::uuid is null or p.org_id = ${own}::uuid))::int as own
    from (select ${codeOf(compiled)} as code, p.org_id, p.candidate_id
      from match_profiles p, ${parameters(compiled, weekEdits)}
      where ${every([...inScope(scope), ...mayBeNear(compiled)])} offset 0) p
    where ${every([onOneCore, sql`p.code is not null`, notExcluded(compiled.opening)])}
    group by p.code`)
}

/** The people whom one negotiable constraint alone keeps out, longest waiting first. */
export async function blockedBy(
  tx: Tx,
  compiled: CompiledOpening,
  weekEdits: Uint8Array,
  constraint: NegotiableConstraint,
  scope: Scope,
  limit: number,
): Promise<CandidateId[]> {
  const from = ROOM * (negotiable.indexOf(constraint) + 1)
  // Of `start` the facts above 3 are no near misses.
  const most = from + (constraint === 'start' ? NOT_YET_ALLOWED : ROOM) - 1
  const rows = await tx.execute<{ id: CandidateId }>(sql`/* planned anew */
    select p.candidate_id as id
    from (select ${codeOf(compiled)} as code, p.waiting_since, p.candidate_id
      from match_profiles p, ${parameters(compiled, weekEdits)}
      where ${every([...inScope(scope), ...mayBeNear(compiled)])} offset 0) p
    where ${every([onOneCore, sql`p.code between ${from}::int and ${most}::int`, notExcluded(compiled.opening)])}
    order by p.waiting_since, p.candidate_id limit ${limit}::int`)
  return rows.map(({ id }) => id)
}
