import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { evaluate, constraints, negotiable, type Constraint } from '#app/domain/matching/constraints.ts'
import type { MatchOpening, MatchProfile } from '#app/domain/matching/types.ts'
import { emptyWeek, setRange, weekPresets } from '#app/domain/matching/week.ts'
import { bitOf, judgedPeople } from '#app/domain/match-engine/postgres-sql/judged-people.server.ts'
import { postgresEngine } from '#app/domain/match-engine/postgres-engine.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { OrganisationId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
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
import { match, nearMisses } from '#tests/support/reference-engine.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const OPENINGS = Number(process.env.MATCH_OPENINGS ?? 40)
const PEOPLE = Number(process.env.MATCH_PEOPLE ?? 300)
const SEED = Number(process.env.MATCH_SEED ?? Date.now() % 1_000_000)

const db = useTestDatabase()
let restoreClock: () => void
beforeAll(() => {
  restoreClock = setClock(() => new Date(`${TODAY}T12:00:00Z`))
})
afterAll(() => restoreClock())
beforeEach(() => db.asSystem((tx) => tx.delete(candidates).where(sql`true`)))

const caseManagerOf = (orgId: string): StaffActor => ({
  kind: 'staff',
  role: 'case_manager',
  userId: newId(),
  orgId: orgId as OrganisationId,
  name: 'Prova',
})

/** What blocks each person in PostgreSQL, by her id. */
async function blockedInSql(opening: MatchOpening): Promise<Map<string, Constraint[]>> {
  const rows = await db.asSystem((tx) =>
    tx.execute<{ candidate_id: string; blocked: number }>(judgedPeople(opening, TODAY)),
  )
  return new Map(
    rows.map((row) => [row.candidate_id, constraints.filter((name) => (row.blocked & bitOf(name)) !== 0)]),
  )
}

const blockedByRules = (opening: MatchOpening, profile: MatchProfile): Constraint[] =>
  evaluate(opening, profile, TODAY)
    .filter(({ met }) => !met)
    .map(({ constraint }) => constraint)

const { mon_fri_8_12, mon_fri_8_16, nights_22_6 } = weekPresets
const fixed = (...masks: bigint[]) => masks.map((mask) => ({ type: 'fixed' as const, mask }))
const pinerolo = { lat: 44.8853, lng: 7.3314 }
const company = plainOpening().companyId

type Case = [
  name: string,
  opening: Partial<MatchOpening>,
  profile: Partial<MatchProfile>,
  blocked: Constraint[],
]

const cases: Case[] = [
  ['exactly her hours', {}, {}, []],
  ['half an hour is missing', {}, { available: mon_fri_8_16 & ~setRange(emptyWeek, 2, 20, 21) }, ['shift']],
  ['the second of two shifts', { shiftOptions: fixed(nights_22_6, mon_fri_8_12) }, {}, []],
  ['no shift at all', { shiftOptions: [] }, {}, ['shift']],
  [
    'Sunday night into Monday',
    { shiftOptions: fixed(setRange(emptyWeek, 6, 44, 12)) },
    { available: setRange(emptyWeek, 6, 44, 48) },
    ['shift'],
  ],
  ['childcare that nobody provides', {}, { available: mon_fri_8_12 }, ['shift']],
  ['childcare that the opening provides', { childcareProvided: true }, { available: mon_fri_8_12 }, []],
  [
    'just enough flexible hours',
    { shiftOptions: [{ type: 'flexible', window: mon_fri_8_12, hoursPerWeek: 20 }] },
    {},
    [],
  ],
  [
    'half an hour too few',
    { shiftOptions: [{ type: 'flexible', window: mon_fri_8_12, hoursPerWeek: 20.5 }] },
    {},
    ['shift'],
  ],
  ['a skill not held', { requiredSkills: [{ code: 'sk-pizza', level: 1 }] }, {}, ['skills']],
  [
    'a skill held too low',
    { requiredSkills: [{ code: 'sk-pizza', level: 2 }] },
    { skills: { 'sk-forklift': 3, 'sk-pizza': 1 } },
    ['skills'],
  ],
  ['a skill held', { requiredSkills: [{ code: 'sk-pizza', level: 2 }] }, { skills: { 'sk-pizza': 2 } }, []],
  ['the licence below', { licences: ['C'] }, { licences: ['B'] }, ['licence']],
  ['a licence above', { licences: ['B', 'AM'] }, { licences: ['C'] }, []],
  ['no vehicle', { needsVehicle: true, licences: ['B'] }, { licences: ['B'] }, ['licence']],
  ['too little spoken', { italianSpoken: 3 }, { italianSpoken: 2, italianWritten: 6 }, ['language']],
  ['too little written', { italianWritten: 2 }, { italianSpoken: 6, italianWritten: 1 }, ['language']],
  ['exactly as far as she can go', {}, { area: { lat: 45.0705, lng: 7.6868 }, maxKm: 0 }, []],
  ['too far', {}, { area: pinerolo, maxKm: 34 }, ['commute']],
  ['far, with transport', { transportProvided: true }, { area: pinerolo, maxKm: 1 }, []],
  ['far, with lodging', { lodgingProvided: true }, { area: pinerolo, maxKm: 1 }, []],
  ['not allowed to work yet', {}, { mayWorkFrom: '2026-04-16' }, ['permit']],
  ['not allowed and no date', {}, { mayWorkFrom: '9999-12-31' }, ['permit']],
  ['a permit that ends on the day', {}, { permitUntil: '2026-03-16' }, ['permit']],
  ['a permit that ends the day after', {}, { permitUntil: '2026-03-17' }, []],
  ['a renewal under way', {}, { permitUntil: '2026-03-01', renewalUnderWay: true }, []],
  ['free on the last day', {}, { freeFrom: '2026-04-15' }, []],
  ['free a day late', {}, { freeFrom: '2026-04-16' }, ['start']],
  ['a start that is gone', { startFrom: '2026-02-01', startLatest: '2026-03-01' }, {}, ['start']],
  ['a cent too little', {}, { minPayCents: 120_001 }, ['pay']],
  ['pay that nobody states', { payMonthlyCents: null }, { minPayCents: 1 }, ['pay']],
  ['no pay and no minimum', { payMonthlyCents: null }, {}, []],
  ['not an aim of hers', { kind: 'training' }, {}, ['aim']],
  ['no aims', {}, { aims: [] }, ['aim']],
  ['one of her limits', { demands: ['cold', 'dust'] }, { limits: ['dust'] }, ['demands']],
  ['other demands', { demands: ['cold'] }, { limits: ['dust'] }, []],
  ['a company to avoid', {}, { exclusions: [{ kind: 'company', value: company }] }, ['exclusion']],
  ['a VAT id to avoid', {}, { exclusions: [{ kind: 'vat', value: '00000000001' }] }, ['exclusion']],
  ['a town to avoid', {}, { exclusions: [{ kind: 'town', value: '001272' }] }, ['exclusion']],
  ['another town to avoid', {}, { exclusions: [{ kind: 'town', value: '004078' }] }, []],
  ['a company without VAT id', { companyVatId: null }, { exclusions: [{ kind: 'vat', value: '' }] }, []],
  ['two obstacles', { needsVehicle: true, kind: 'trial' }, {}, ['licence', 'aim']],
]

describe('one person, one opening', () => {
  test.each(cases)('%s', async (_, openingFacts, profileFacts, blocked) => {
    const opening = plainOpening(openingFacts)
    const profile = plainProfile({
      withChildcare: mon_fri_8_16 | (profileFacts.available ?? 0n),
      ...profileFacts,
    })
    await aPopulation([profile])
    expect(blockedByRules(opening, profile)).toEqual(blocked)
    expect((await blockedInSql(opening)).get(profile.candidateId)).toEqual(blocked)
  })

  test('every constraint has a case that blocks by it alone', () => {
    const alone = cases.flatMap(([, , , blocked]) => (blocked.length === 1 ? blocked : []))
    expect(constraints.filter((name) => !alone.includes(name))).toEqual([])
  })

  test('every two licences for every licence asked', async () => {
    const people = licenceCategories.flatMap((first) =>
      licenceCategories.map((second) => plainProfile({ candidateId: newId(), licences: [first, second] })),
    )
    await aPopulation(people)
    for (const asked of licenceCategories) {
      const opening = plainOpening({ licences: [asked] })
      const blocked = await blockedInSql(opening)
      for (const profile of people) {
        const seen = { asked, held: profile.licences, blocked: blocked.get(profile.candidateId) }
        expect(seen).toEqual({ asked, held: profile.licences, blocked: blockedByRules(opening, profile) })
      }
    }
  })
})

describe(`${OPENINGS} openings, ${PEOPLE} people (seed ${SEED})`, { timeout: 600_000 }, () => {
  const sample = { seed: SEED }
  const vacancies = fc.sample(openings(), { ...sample, numRuns: OPENINGS })
  const people = fc
    .sample(profiles({ ...smallVocabulary, licences: licenceCategories }), { ...sample, numRuns: PEOPLE })
    .map((profile) => ({ ...profile, candidateId: newId<string>() }))

  test('the same constraints block, everybody and everywhere', async () => {
    await aPopulation(people)
    for (const opening of vacancies) {
      const blocked = await blockedInSql(opening)
      expect(blocked.size).toBe(people.length)
      for (const profile of people) {
        expect(blocked.get(profile.candidateId)).toEqual(blockedByRules(opening, profile))
      }
    }
  })

  test('each organisation gets its own people as the reference ranks them, and the number of the others', async () => {
    const codes = await aPopulation(people)
    let admitted = 0
    let missed = 0
    for (const opening of vacancies) {
      const everybody = match(opening, people, TODAY)
      const everyMiss = nearMisses(opening, people, TODAY)
      for (const orgId of smallVocabulary.orgIds) {
        const result = await withActor(caseManagerOf(orgId), (tx) =>
          postgresEngine.match(tx, opening, { limit: PEOPLE, nearMissLimit: PEOPLE }),
        )
        const own = people.filter((profile) => profile.orgId === orgId)
        const expected = match(opening, own, TODAY)
        expect(result.own).toEqual(
          expected.map(({ id, score, verdicts }, index) => ({
            candidateId: id,
            code: codes.get(id),
            position: index + 1,
            score,
            verdicts,
          })),
        )
        expect([result.ownTotal, result.others]).toEqual([
          expected.length,
          everybody.length - expected.length,
        ])

        const ownMisses = nearMisses(opening, own, TODAY)
        const shown = new Map(result.nearMisses.map((group) => [group.constraint, group]))
        for (const constraint of negotiable) {
          const group = shown.get(constraint)
          const ids = (group?.own ?? []).map(({ candidateId }) => candidateId as string)
          expect(ids.toSorted()).toEqual(ownMisses[constraint])
          expect(group?.ownTotal ?? 0).toBe(ownMisses[constraint].length)
          expect(group?.others ?? 0).toBe(everyMiss[constraint].length - ownMisses[constraint].length)
          for (const { verdict } of group?.own ?? [])
            expect(verdict).toMatchObject({ constraint, met: false })
        }
        admitted += expected.length
        missed += Object.values(ownMisses).flat().length
      }
    }
    // A population that admits nobody would prove nothing.
    expect(admitted).toBeGreaterThan(OPENINGS)
    expect(missed).toBeGreaterThan(OPENINGS)
  })

  test('pages follow on one another', async () => {
    await aPopulation(people.map((profile) => ({ ...profile, orgId: smallVocabulary.orgIds[0] ?? '' })))
    const opening = plainOpening({
      childcareProvided: true,
      transportProvided: true,
      shiftOptions: fixed(emptyWeek),
    })
    const actor = caseManagerOf(smallVocabulary.orgIds[0] ?? '')
    const pages = await withActor(actor, async (tx) => [
      await postgresEngine.match(tx, opening, { offset: 0, limit: 5 }),
      await postgresEngine.match(tx, opening, { offset: 5, limit: 5 }),
    ])
    const expected = match(opening, people, TODAY).slice(0, 10)
    expect(pages.flatMap(({ own }) => own.map(({ candidateId }) => candidateId))).toEqual(
      expected.map(({ id }) => id),
    )
    expect(pages[1]?.own.map(({ position }) => position)).toEqual([6, 7, 8, 9, 10])
  })
})
