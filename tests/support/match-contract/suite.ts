import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EngineName, MatchEngine } from '#app/domain/match-engine/engine.ts'
import { admits, constraints, evaluate, nearMiss, negotiable } from '#app/domain/matching/constraints.ts'
import type { MatchOpening, MatchProfile } from '#app/domain/matching/types.ts'
import { editKey } from '#app/domain/matching/what-if/edits.ts'
import { emptyWeek } from '#app/domain/matching/week.ts'
import { system, type StaffActor } from '#app/domain/shared/actor.ts'
import type { OrganisationId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { licenceCategories } from '#app/domain/taxonomy/licences.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { aPopulation } from '#tests/support/factories/population.ts'
import {
  openings,
  plainOpening,
  plainProfile,
  profiles,
  smallVocabulary,
  TODAY,
} from '#tests/support/matching-arbitraries.ts'
import { match, nearMisses, whatIfs } from '#tests/support/reference-engine.ts'
import { cases } from './cases.ts'
import { openingsForContract } from './openings-for.ts'
import { whatIfCases } from './what-if-cases.ts'

const OPENINGS = Number(process.env.MATCH_OPENINGS ?? 200)
const PEOPLE = Number(process.env.MATCH_PEOPLE ?? 2_000)
const SEED = Number(process.env.MATCH_SEED ?? Date.now() % 1_000_000)
const SHOWN = 20

const sample = { seed: SEED }
const vacancies = fc.sample(openings(), { ...sample, numRuns: OPENINGS })
const people = fc
  .sample(profiles({ ...smallVocabulary, licences: licenceCategories }), { ...sample, numRuns: PEOPLE })
  .map((profile) => ({ ...profile, candidateId: newId<string>() }))

const answers = new Map<MatchOpening, ReturnType<typeof answerOf>>()
const answerOf = (opening: MatchOpening) => ({
  everybody: match(opening, people, TODAY),
  misses: nearMisses(opening, people, TODAY),
  gains: whatIfs(opening, people, TODAY),
})

/** The oracle's answer, worked out once for all engines. */
function reference(opening: MatchOpening): ReturnType<typeof answerOf> {
  const answer = answers.get(opening) ?? answerOf(opening)
  answers.set(opening, answer)
  return answer
}

type Prepared = {
  engine: () => MatchEngine<Tx>
  /** Brings the engine up to what stands in the database. */
  catchUp?: () => Promise<void>
  /** Which engine has to have answered. */
  name: EngineName
}

const caseManagerOf = (orgId: string): StaffActor => ({
  kind: 'staff',
  role: 'case_manager',
  userId: newId(),
  orgId: orgId as OrganisationId,
  name: 'Prova',
})

const ownId = plainProfile().orgId
const own = caseManagerOf(ownId)

const emptied = () => withActor(system('test'), (tx) => tx.delete(candidates).where(sql`true`))

/**
 * What every engine answers, beside the pure rules as oracle: hand-made cases for each row of the constraint table and
 * of the what-if catalogue, then generated populations.
 */
export function matchEngineContract({
  engine: engineOf,
  catchUp = () => Promise.resolve(),
  name,
}: Prepared): void {
  let restoreClock: () => void
  let engine: MatchEngine<Tx>
  beforeAll(() => {
    restoreClock = setClock(() => new Date(`${TODAY}T12:00:00Z`))
    engine = engineOf()
  })
  afterAll(() => restoreClock())

  const inEngine = async (people: readonly MatchProfile[]) => {
    await emptied()
    const codes = await aPopulation(people)
    await catchUp()
    return codes
  }
  const matched = (opening: MatchOpening) => withActor(own, (tx) => engine.match(tx, opening))

  describe('one person, one opening', () => {
    test.each(cases)('%s', async (_, openingFacts, profileFacts, blocked) => {
      const opening = plainOpening(openingFacts)
      const base = plainProfile()
      const profile = plainProfile({
        withChildcare: base.available | (profileFacts.available ?? 0n),
        ...profileFacts,
      })
      await inEngine([profile])
      const verdicts = evaluate(opening, profile, TODAY)
      expect(verdicts.filter(({ met }) => !met).map(({ constraint }) => constraint)).toEqual(blocked)
      const result = await matched(opening)
      expect(result.admitted).toEqual({ own: admits(verdicts) ? 1 : 0, others: 0 })
      expect(result.own.map(({ verdicts: seen }) => seen)).toEqual(admits(verdicts) ? [verdicts] : [])
      const missed = nearMiss(verdicts)
      expect(result.nearMisses).toEqual(missed ? [{ constraint: missed.constraint, own: 1, others: 0 }] : [])
      for (const constraint of negotiable) {
        const people = await withActor(own, (tx) => engine.nearMisses(tx, opening, constraint))
        expect(people.map(({ verdict }) => verdict)).toEqual(
          missed?.constraint === constraint ? [missed] : [],
        )
      }
    })

    test('every constraint has a case that blocks by it alone', () => {
      const alone = cases.flatMap(([, , , blocked]) => (blocked.length === 1 ? blocked : []))
      expect(constraints.filter((name) => !alone.includes(name))).toEqual([])
    })

    test('every two licences for every licence asked', async () => {
      const people = licenceCategories.flatMap((first) =>
        licenceCategories.map((second) => plainProfile({ candidateId: newId(), licences: [first, second] })),
      )
      await inEngine(people)
      for (const asked of licenceCategories) {
        const opening = plainOpening({ licences: [asked] })
        const { ranking } = await matched(opening)
        expect(ranking.map(({ candidateId }) => candidateId).toSorted()).toEqual(
          match(opening, people, TODAY)
            .map(({ id }) => id)
            .toSorted(),
        )
      }
    })
  })

  describe('one person, one edit', () => {
    test.each(whatIfCases)('%s', async (_, openingFacts, profileFacts, helps) => {
      const opening = plainOpening(openingFacts)
      const profile = plainProfile(profileFacts)
      await inEngine([profile])
      const expected = whatIfs(opening, [profile], TODAY).filter(({ ids }) => ids.length > 0)
      expect(expected.map(({ edit }) => editKey(edit)).toSorted()).toEqual(helps.toSorted())
      const result = await matched(opening)
      const gaining = result.whatIfs.filter(({ gain }) => gain.own > 0)
      expect(gaining.map(({ edit }) => editKey(edit)).toSorted()).toEqual(helps.toSorted())
      for (const { edit } of result.whatIfs) {
        const people = await withActor(own, (tx) => engine.whatIf(tx, opening, edit))
        expect(people.length).toBe(helps.includes(editKey(edit)) ? 1 : 0)
      }
    })
  })

  describe(`${OPENINGS} openings, ${PEOPLE} people (seed ${SEED})`, { timeout: 600_000 }, () => {
    let codes = new Map<string, string>()
    beforeAll(async () => {
      codes = await inEngine(people)
    }, 120_000)

    test('the same people in the same order, with the same verdicts and the same gains', async () => {
      let admitted = 0
      let gained = 0
      for (const [at, opening] of vacancies.entries()) {
        const orgId = smallVocabulary.orgIds[at % smallVocabulary.orgIds.length] ?? ''
        const result = await withActor(caseManagerOf(orgId), (tx) => engine.match(tx, opening))
        const mine = people.filter((profile) => profile.orgId === orgId)
        const isMine = new Set(mine.map(({ candidateId }) => candidateId))
        const split = (ids: readonly string[]) => {
          const ours = ids.filter((id) => isMine.has(id)).length
          return { own: ours, others: ids.length - ours }
        }
        const { everybody, misses, gains } = reference(opening)
        const expected = everybody.filter(({ id }) => isMine.has(id))
        expect(result.own).toEqual(
          expected.slice(0, SHOWN).map(({ id, score, verdicts }, index) => ({
            ...{ candidateId: id, code: codes.get(id), position: index + 1, score, verdicts },
          })),
        )
        expect(result.answeredBy).toBe(name)
        expect(result.ranking).toEqual(
          expected.map(({ id, score }) => ({ candidateId: id, total: score.total })),
        )
        expect(result.admitted).toEqual(split(everybody.map(({ id }) => id)))
        expect(result.nearMisses).toEqual(
          negotiable
            .filter((constraint) => misses[constraint].length > 0)
            .map((constraint) => ({ constraint, ...split(misses[constraint]) })),
        )
        const byKey = (list: { key: string }[]) => list.toSorted((a, b) => (a.key < b.key ? -1 : 1))
        expect(byKey(result.whatIfs.map(({ edit, gain }) => ({ key: editKey(edit), ...gain })))).toEqual(
          byKey(gains.map(({ edit, ids }) => ({ key: editKey(edit), ...split(ids) }))),
        )
        admitted += expected.length
        gained += gains.reduce((sum, { ids }) => sum + ids.length, 0)
      }
      // A population that admits nobody would prove nothing.
      expect(admitted).toBeGreaterThan(OPENINGS)
      expect(gained).toBeGreaterThan(OPENINGS)
    })

    test('the whole network for our own processes, the first twenty in order', async () => {
      for (const opening of vacancies.slice(0, 40)) {
        const result = await withActor(system('test'), (tx) => engine.match(tx, opening))
        const expected = reference(opening).everybody
        expect(result.own.map(({ candidateId }) => candidateId)).toEqual(
          expected.slice(0, SHOWN).map(({ id }) => id),
        )
        expect(result.ranking.length).toBe(expected.length)
        expect(result.admitted).toEqual({ own: expected.length, others: 0 })
      }
    })

    test('the people of a near miss and of an edit are those counted', async () => {
      for (const opening of vacancies.slice(0, 10)) {
        const orgId = smallVocabulary.orgIds[0] ?? ''
        const mine = people.filter((profile) => profile.orgId === orgId)
        const actor = caseManagerOf(orgId)
        const misses = nearMisses(opening, mine, TODAY)
        for (const constraint of negotiable) {
          const named = await withActor(actor, (tx) => engine.nearMisses(tx, opening, constraint, PEOPLE))
          expect(named.map(({ candidateId }) => candidateId as string).toSorted()).toEqual(misses[constraint])
          expect(named.every(({ verdict }) => verdict.constraint === constraint)).toBe(true)
        }
        for (const { edit, ids } of whatIfs(opening, mine, TODAY)) {
          const named = await withActor(actor, (tx) => engine.whatIf(tx, opening, edit, PEOPLE))
          expect(named.map(({ candidateId }) => candidateId as string).toSorted()).toEqual(ids)
        }
      }
    })
  })

  describe('pages', () => {
    beforeEach(emptied)

    test('follow on one another', async () => {
      const some = fc
        .sample(profiles(), { seed: SEED, numRuns: 300 })
        .map((profile) => ({ ...profile, orgId: ownId, candidateId: newId<string>() }))
      await inEngine(some)
      const opening = plainOpening({
        ...{ childcareProvided: true, transportProvided: true },
        shiftOptions: [{ type: 'fixed', mask: emptyWeek }],
      })
      const pages = await withActor(own, async (tx) => [
        await engine.match(tx, opening, { offset: 0, limit: 5 }),
        await engine.match(tx, opening, { offset: 5, limit: 5 }),
      ])
      const expected = match(opening, some, TODAY).slice(0, 10)
      expect(pages.flatMap((page) => page.own.map(({ candidateId }) => candidateId))).toEqual(
        expected.map(({ id }) => id),
      )
      expect(pages[1]?.own.map(({ position }) => position)).toEqual([6, 7, 8, 9, 10])
    })
  })

  openingsForContract(() => engine, SEED, inEngine)
}
