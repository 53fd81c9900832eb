import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admittedOrganisations } from '#app/domain/match-engine/admitted-organisations.server.ts'
import { postgresEngine } from '#app/domain/match-engine/postgres-engine.server.ts'
import { loadMatchOpenings } from '#app/domain/openings/to-match-opening.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { candidateExclusions } from '#db/schema/candidates.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let restoreClock: () => void
let openingId: OpeningId
let anna: StaffActor
let bruna: StaffActor
let own: CandidateRef
let ownFar: CandidateRef
let other: CandidateRef
let otherFar: CandidateRef
let avoiding: CandidateRef

const far = { lat: 44.3907, lng: 7.5483, maxKm: 10 }

beforeAll(async () => {
  restoreClock = setClock(() => new Date('2026-10-05T08:00:00Z'))
  openingId = await anOpening()
  anna = await aStaff('case_manager')
  bruna = await aStaff('case_manager')
  own = await aCandidate({ orgId: anna.orgId })
  ownFar = await aCandidate({ orgId: anna.orgId, profile: far })
  other = await aCandidate({ orgId: bruna.orgId, caseManagerId: bruna.userId })
  otherFar = await aCandidate({ orgId: bruna.orgId, profile: far })
  avoiding = await aCandidate({ orgId: bruna.orgId })
  await aCandidate({ orgId: bruna.orgId, profile: { matchable: false } })
  await db.asSystem((tx) =>
    tx.insert(candidateExclusions).values({
      ...{ orgId: avoiding.orgId, candidateId: avoiding.candidateId },
      ...{ kind: 'town' as const, value: '001272', createdAt: new Date() },
    }),
  )
}, 60_000)
afterAll(() => restoreClock())

const theOpening = async (tx: Tx) => {
  const [opening] = await loadMatchOpenings(tx, [openingId])
  if (!opening) throw new Error('the opening can not be matched')
  return opening
}
const matchAs = (actor: Actor) =>
  withActor(actor, async (tx) => postgresEngine.match(tx, await theOpening(tx)))

const missingAs = (actor: Actor) =>
  withActor(actor, async (tx) => postgresEngine.nearMisses(tx, await theOpening(tx), 'commute'))

describe('people for an opening', () => {
  test('own people come with their code, of others only the number', async () => {
    const result = await matchAs(anna)
    expect(result.own.map(({ code, position }) => [code, position])).toEqual([[own.code, 1]])
    expect(result.admitted).toEqual({ own: 1, others: 1 })
    expect(result.nearMisses).toEqual([{ constraint: 'commute', own: 1, others: 1 }])
    expect((await missingAs(anna)).map(({ code }) => code)).toEqual([ownFar.code])
  })

  test('nothing that leads to another organisation or its people leaves', async () => {
    const said = JSON.stringify([await matchAs(anna), await missingAs(anna)])
    for (const person of [other, otherFar, avoiding]) {
      expect(said).not.toContain(person.candidateId)
      expect(said).not.toContain(person.orgId)
    }
    expect(said).toContain(own.candidateId)
  })

  test('whoever avoids the place is not shown and not counted, to her own organisation neither', async () => {
    const result = await matchAs(bruna)
    expect(result.own.map(({ candidateId }) => candidateId)).toEqual([other.candidateId])
    expect((await missingAs(bruna)).map(({ candidateId }) => candidateId)).toEqual([otherFar.candidateId])
    expect(JSON.stringify(result)).not.toContain(avoiding.candidateId)
  })

  test.each(['coordinator', 'admin'] as const)('a %s is refused', async (role) => {
    await expect(matchAs(await aStaff(role))).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('an HR contact is refused', async () => {
    const hr = await anHrContact()
    const opening = await db.asSystem(theOpening)
    await expect(withActor(hr, (tx) => postgresEngine.match(tx, opening))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('openings for a person', () => {
  const openingsOf = (actor: Actor, person: CandidateRef) =>
    withActor(actor, async (tx) => (await postgresEngine.openingsFor(tx, person)).admitting)

  test('are the open ones that admit her, with the verdicts and the score of the other direction', async () => {
    const forward = (await matchAs(anna)).own[0]
    const [back] = await openingsOf(anna, own)
    expect(back).toMatchObject({ openingId, position: 1, score: forward?.score, verdicts: forward?.verdicts })
    expect(await openingsOf(anna, ownFar)).toEqual([])
  })

  test('come best first, of companies pending or verified', async () => {
    const person = await aCandidate({
      orgId: anna.orgId,
      profile: { preferredSectors: ['metal'], aims: ['job'], minPayCents: 70_000 },
    })
    const better = await anOpening({
      ...{ kind: 'job', payMonthlyCents: 90_000 },
      companyId: await aCompany({ sector: 'metal', verification: 'pending' }),
    })
    const plain = await anOpening({ kind: 'job', payMonthlyCents: 70_000 })
    for (const hidden of [
      { kind: 'job' as const, payMonthlyCents: 90_000, state: 'paused' as const },
      {
        kind: 'job' as const,
        payMonthlyCents: 90_000,
        companyId: await aCompany({ verification: 'rejected' }),
      },
      { kind: 'job' as const, payMonthlyCents: 60_000 },
    ]) {
      await anOpening(hidden)
    }
    const found = await openingsOf(anna, person)
    expect(found.map((opening) => [opening.openingId, opening.position])).toEqual([
      [better, 1],
      [plain, 2],
    ])
  })

  test('there are none for a person out of the engine, and nobody else may ask', async () => {
    const silent = await aCandidate({ orgId: anna.orgId, profile: { matchable: false } })
    expect(await openingsOf(anna, silent)).toEqual([])
    await expect(openingsOf(bruna, own)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('asking the other organisations', () => {
  test('our own process learns whom to tell', async () => {
    const admitted = await db.asSystem((tx) => admittedOrganisations(tx, openingId))
    expect(admitted.get(bruna.orgId)).toEqual([
      { candidateId: other.candidateId, caseManagerId: bruna.userId },
    ])
    expect(admitted.get(anna.orgId)?.map(({ candidateId }) => candidateId)).toContain(own.candidateId)
  })

  test('nobody else does', async () => {
    await expect(withActor(anna, (tx) => admittedOrganisations(tx, openingId))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('an opening with gaps finds nobody', async () => {
    const draft = await anOpening({ state: 'draft', placeCode: null, lat: null, lng: null }, { shifts: [] })
    expect(await db.asSystem((tx) => admittedOrganisations(tx, draft))).toEqual(new Map())
    expect(await db.asSystem((tx) => admittedOrganisations(tx, newId<OpeningId>()))).toEqual(new Map())
  })
})

test('the engine says that it works and does not lag', async () => {
  expect(await withActor(anna, (tx) => postgresEngine.health(tx))).toEqual({
    engine: 'postgresql',
    ready: true,
    lagSeconds: 0,
  })
})
