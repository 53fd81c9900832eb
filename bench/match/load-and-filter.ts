import { and, asc, eq, gt } from 'drizzle-orm'
import { toMatchProfile } from '#app/domain/candidates/to-match-profile.server.ts'
import { aim } from '#app/domain/matching/constraints/aim.ts'
import { commute } from '#app/domain/matching/constraints/commute.ts'
import { demands } from '#app/domain/matching/constraints/demands.ts'
import { exclusion } from '#app/domain/matching/constraints/exclusion.ts'
import { language } from '#app/domain/matching/constraints/language.ts'
import { licence } from '#app/domain/matching/constraints/licence.ts'
import { pay } from '#app/domain/matching/constraints/pay.ts'
import { permit } from '#app/domain/matching/constraints/permit.ts'
import { shift } from '#app/domain/matching/constraints/shift.ts'
import { skills } from '#app/domain/matching/constraints/skills.ts'
import { start } from '#app/domain/matching/constraints/start.ts'
import { rank, score } from '#app/domain/matching/score.ts'
import type { Exclusion, MatchOpening } from '#app/domain/matching/types.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { candidateExclusions, profiles } from '#db/schema/candidates.ts'
import { TODAY } from './population.ts'

const TOP = 20
/** As many rows as fit in memory at a time. */
const PAGE = 100_000

/** The cheapest rules first, each person dropped at the first that blocks. */
const rules = [aim, demands, language, licence, pay, start, permit, skills, commute, shift, exclusion]

/** The way of an ordinary application: load every profile, filter and sort them in the process. */
export async function loadAndFilter(tx: Tx, opening: MatchOpening) {
  const avoided = new Map<string, Exclusion[]>()
  for (const { candidateId, kind, value } of await tx.select().from(candidateExclusions))
    avoided.set(candidateId, [...(avoided.get(candidateId) ?? []), { kind, value }])
  const admitted = []
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await tx
      .select()
      .from(profiles)
      .where(and(eq(profiles.matchable, true), gt(profiles.candidateId, after as CandidateId)))
      .orderBy(asc(profiles.candidateId))
      .limit(PAGE)
    for (const row of rows) {
      const profile = toMatchProfile(row, avoided.get(row.candidateId) ?? [])
      if (!rules.every((rule) => rule(opening, profile, TODAY).met)) continue
      admitted.push({
        id: profile.candidateId,
        waitingSince: profile.waitingSince,
        score: score(opening, profile, TODAY),
      })
    }
    after = rows[rows.length - 1]?.candidateId ?? after
    if (rows.length < PAGE) return rank(admitted).slice(0, TOP)
  }
}
