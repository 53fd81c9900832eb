import { now } from '#app/platform/clock.server.ts'
import { authorise } from '../access/authorise.server.ts'
import { localDate } from '../calendar/rome.ts'
import { evaluate, nearMiss, type NegotiableConstraint } from '../matching/constraints.ts'
import { rank, score } from '../matching/score.ts'
import type { IsoDate, MatchOpening } from '../matching/types.ts'
import { applyEdit, type Edit } from '../matching/what-if/edits.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { compileOpening, dayNumber } from './compile/compile-opening.ts'
import { judgeWeekEdits } from './compile/judge-weeks.ts'
import { pointTables } from './compile/point-tables.ts'
import type { Dictionaries } from './compile/dictionaries.ts'
import {
  MOST_RANKED,
  type EngineName,
  type MatchPage,
  type MatchResult,
  type NearMissPerson,
  type RankedMatch,
} from './engine.ts'
import { forMatching } from './load-dictionaries.server.ts'
import { admittedRows } from './postgres-sql/admitted.server.ts'
import { blockedBy, countCodes } from './postgres-sql/near-misses.server.ts'
import type { Scope } from './postgres-sql/scope.server.ts'
import { readCounts } from './read-counts.ts'
import { readPeople, type Known } from './read-people.server.ts'

const PAGE = 20

/** What a search engine has picked for PostgreSQL to judge; without it, PostgreSQL judges everybody. */
export type Picked = { among?: readonly CandidateId[]; answeredBy?: EngineName }

/** Whose people are named: those of a case manager's organisation, everybody's for our own processes. */
function ownOf(tx: Tx): OrganisationId | null {
  authorise(tx, 'opening.match')
  return tx.actor.kind === 'staff' ? tx.actor.orgId : null
}

const scopeOf = (orgId: OrganisationId | null, { among }: Picked): Scope => ({
  among,
  ...(orgId === null ? {} : { orgId }),
})

function compile(opening: MatchOpening, dictionaries: Dictionaries) {
  const today = localDate(now())
  const compiled = compileOpening(opening, dictionaries, today)
  return { compiled, tables: pointTables(compiled, dictionaries), today: dayNumber(today) }
}

/** People in the order given, scored and explained by the pure rules, and put into the order of the pure score. */
function explained(
  opening: MatchOpening,
  ids: readonly CandidateId[],
  people: ReadonlyMap<CandidateId, Known>,
  today: IsoDate,
  offset: number,
): RankedMatch[] {
  const found = ids.flatMap((id) => {
    const known = people.get(id)
    return known ? [{ candidateId: id, ...known }] : []
  })
  return rank(
    found.map(({ candidateId, code, profile }) => ({
      id: candidateId,
      waitingSince: profile.waitingSince,
      score: score(opening, profile, today),
      ...{ candidateId, code, profile },
    })),
  ).map(({ candidateId, code, profile, score: total }, index) => ({
    candidateId,
    code,
    position: offset + index + 1,
    score: total,
    verdicts: evaluate(opening, profile, today),
  }))
}

/**
 * Some own people with their score and verdicts for an opening, in the order of the score: a page of a ranking.
 * @param offset how many stand before them.
 */
export async function explainPeople(
  tx: Tx,
  opening: MatchOpening,
  ids: readonly CandidateId[],
  offset = 0,
): Promise<RankedMatch[]> {
  return explained(opening, ids, await readPeople(tx, ownOf(tx), ids), localDate(now()), offset)
}

/** See `MatchEngine.match`. Five statements, whatever the number of people. */
export async function matchPeople(
  tx: Tx,
  opening: MatchOpening,
  { offset = 0, limit = PAGE }: MatchPage = {},
  picked: Picked = {},
): Promise<MatchResult> {
  const orgId = ownOf(tx)
  const { rows, counts } = await forMatching(tx, async (dictionaries) => {
    const { compiled, tables, today } = compile(opening, dictionaries)
    const edits = judgeWeekEdits(opening, dictionaries.weeks, compiled.weekTable)
    return {
      rows: await admittedRows(tx, compiled, tables, today, scopeOf(orgId, picked), MOST_RANKED),
      counts: await countCodes(tx, compiled, edits, orgId, { among: picked.among }),
    }
  })
  const page = rows.slice(offset, offset + limit).map(({ id }) => id)
  return {
    own: await explainPeople(tx, opening, page, offset),
    ranking: rows.map(({ id, hundredths }) => ({ candidateId: id, total: hundredths / 100 })),
    ...readCounts(opening, counts),
    answeredBy: picked.answeredBy ?? 'postgresql',
  }
}

/** See `MatchEngine.nearMisses`. */
export async function nearMissPeople(
  tx: Tx,
  opening: MatchOpening,
  constraint: NegotiableConstraint,
  limit = PAGE,
  picked: Picked = {},
): Promise<NearMissPerson[]> {
  const orgId = ownOf(tx)
  const ids = await forMatching(tx, (dictionaries) => {
    const { compiled } = compile(opening, dictionaries)
    const edits = judgeWeekEdits(opening, dictionaries.weeks, compiled.weekTable)
    return blockedBy(tx, compiled, edits, constraint, scopeOf(orgId, picked), limit)
  })
  const people = await readPeople(tx, orgId, ids)
  const today = localDate(now())
  return ids.flatMap((candidateId) => {
    const known = people.get(candidateId)
    const verdict = known && nearMiss(evaluate(opening, known.profile, today))
    return known && verdict ? [{ candidateId, code: known.code, verdict }] : []
  })
}

/** See `MatchEngine.whatIf`. Nobody for an edit that changes nothing. */
export async function newlyAdmitted(
  tx: Tx,
  opening: MatchOpening,
  edit: Edit,
  limit = PAGE,
  picked: Picked = {},
): Promise<RankedMatch[]> {
  const orgId = ownOf(tx)
  const edited = applyEdit(opening, edit)
  if (!edited) return []
  const gained = await forMatching(tx, async (dictionaries) => {
    const { compiled, tables, today } = compile(edited, dictionaries)
    const before = compileOpening(opening, dictionaries, localDate(now()))
    return admittedRows(tx, compiled, tables, today, scopeOf(orgId, picked), limit, before)
  })
  return explainPeople(
    tx,
    edited,
    gained.map(({ id }) => id),
  )
}
