import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { MatchEngine } from '#app/domain/match-engine/engine.ts'
import { negotiable } from '#app/domain/matching/constraints.ts'
import type { MatchOpening, MatchProfile } from '#app/domain/matching/types.ts'
import { planEditKey } from '#app/domain/matching/what-if/plan-edits.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { system } from '#app/domain/shared/actor.ts'
import type { CandidateId, OrganisationId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { openings as openingTable } from '#db/schema/openings.ts'
import { postedOpenings } from '#tests/support/factories/posted-openings.ts'
import { openings, profiles, smallVocabulary, TODAY } from '#tests/support/matching-arbitraries.ts'
import { openingsFor, openingsMissed, planGains } from '#tests/support/reference-engine.ts'

const OPENINGS = 150
const PEOPLE = 60

/** As its rows can say it: a company's sector, whole hours, a skill asked for once. */
const postable = (opening: MatchOpening): MatchOpening => {
  const required = new Set(opening.requiredSkills.map(({ code }) => code))
  return {
    ...opening,
    sector: smallVocabulary.sectors[Number(opening.companyId.at(-1)) % 4] ?? opening.sector,
    shiftOptions: opening.shiftOptions.map((option) =>
      option.type === 'fixed' ? option : { ...option, hoursPerWeek: Math.floor(option.hoursPerWeek) },
    ),
    desiredSkills: opening.desiredSkills.filter(({ code }) => !required.has(code)),
  }
}

/** The other direction: what every engine says of the open openings to one person after the other. */
export function openingsForContract(
  engine: () => MatchEngine<Tx>,
  seed: number,
  inEngine: (people: readonly MatchProfile[]) => Promise<unknown>,
): void {
  describe(`openings for a person (seed ${seed})`, { timeout: 120_000 }, () => {
    const posted = fc.sample(openings(), { seed, numRuns: OPENINGS }).map(postable)
    const people = fc
      .sample(profiles(), { seed: seed + 1, numRuns: PEOPLE })
      .map((profile) => ({ ...profile, candidateId: newId<string>() }))

    beforeAll(async () => {
      await withActor(system('test'), (tx) => tx.delete(openingTable).where(sql`true`))
      await postedOpenings(posted)
      await inEngine(people)
    })

    test('the same openings in the same order, the same near misses, the same gains of her plan', async () => {
      let seen = { admitting: 0, missed: 0, gained: 0 }
      for (const profile of people) {
        const actor: StaffActor = {
          ...{ kind: 'staff', role: 'case_manager', userId: newId(), name: 'Prova' },
          orgId: profile.orgId as OrganisationId,
        }
        const person = { orgId: actor.orgId, candidateId: profile.candidateId as CandidateId }
        const found = await withActor(actor, (tx) => engine().openingsFor(tx, person))
        const expected = openingsFor(profile, posted, TODAY)
        expect(
          found.admitting.map(({ openingId, score, verdicts, position }) => ({
            ...{ id: openingId, score, verdicts, position },
          })),
        ).toEqual(expected.map(({ id, score, verdicts }, at) => ({ id, score, verdicts, position: at + 1 })))
        const missed = openingsMissed(profile, posted, TODAY)
        expect(
          found.nearMisses.map(({ constraint, openings: list }) => [
            constraint,
            list.map(({ openingId }) => openingId as string).toSorted(),
          ]),
        ).toEqual(negotiable.filter((name) => missed[name].length > 0).map((name) => [name, missed[name]]))
        const gains = planGains(profile, posted, TODAY).filter(({ ids }) => ids.length > 0)
        expect(
          Object.fromEntries(
            found.plan.map(({ edit, openings: ids }) => [planEditKey(edit), ids.toSorted() as string[]]),
          ),
        ).toEqual(Object.fromEntries(gains.map(({ edit, ids }) => [planEditKey(edit), ids])))
        const counts = found.plan.map(({ openings: ids }) => ids.length)
        expect(counts).toEqual(counts.toSorted((a, b) => b - a))
        seen = {
          admitting: seen.admitting + expected.length,
          missed: seen.missed + found.nearMisses.length,
          gained: seen.gained + gains.length,
        }
      }
      // People whom nothing admits and nothing helps would prove nothing.
      for (const count of Object.values(seen)) expect(count).toBeGreaterThan(PEOPLE)
    })
  })
}
