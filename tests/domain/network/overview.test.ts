import { describe, expect, test } from 'vitest'
import { readFunnel } from '#app/domain/network/funnel.server.ts'
import { networkOverview } from '#app/domain/network/overview.server.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now, setClock } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { interactions } from '#db/schema/companies.ts'
import { auditLog } from '#db/schema/operations.ts'
import { placements } from '#db/schema/proposals.ts'
import { aCompany, anHrContact, anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const refusal = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)

const place = (person: CandidateRef, values: Partial<typeof placements.$inferInsert>) =>
  db.asSystem(async (tx) =>
    tx.insert(placements).values({
      ...{ orgId: person.orgId, id: newId<string>(), candidateId: person.candidateId },
      ...{ companyId: await aCompany(), kind: 'internship', state: 'completed', startsOn: '2026-01-12' },
      ...{ createdAt: now(), ...values },
    }),
  )

/** Everything written in an answer, wherever it stands. */
const numbersIn = (answer: unknown): number[] =>
  [...JSON.stringify(answer).matchAll(/(?<=[:[,])\d+/g)].map(([digits]) => Number(digits))

describe('the funnel', () => {
  test('counts each person once, as the month began, and lets no small cell out', async () => {
    const orgs = [await anOrganisation(), await anOrganisation()] as const
    const people: CandidateRef[] = []
    for (let number = 0; number < 13; number += 1) {
      people.push(await aCandidate({ orgId: orgs[number % 2] as (typeof orgs)[0] }))
    }
    await db.asSystem((tx) => tx.update(candidates).set({ takenOnAt: new Date('2026-01-05T09:00:00Z') }))
    const [newcomer] = [await aCandidate({ orgId: orgs[0] })]
    await place(newcomer, { startsOn: '2027-03-01' })
    for (const person of people.slice(0, 6)) await place(person, {})
    for (const person of people.slice(0, 3)) await place(person, { startsOn: '2026-03-02' })
    for (const person of people.slice(0, 2)) await place(person, { becameHire: true, endsOn: '2026-07-31' })
    for (const person of people.slice(1, 3)) await place(person, { kind: 'job', startsOn: '2026-08-03' })

    const coordinator = await aStaff('coordinator')
    const restore = setClock(() => new Date('2026-11-22T09:00:00Z'))
    const funnel = await withActor(coordinator, readFunnel).finally(restore)
    // 13 were taken on before November, 6 began an internship, 3 got a contract in one way or another.
    expect(funnel).toEqual({ asOf: '2026-11-01', takenOn: 15, internships: 5, contracts: '<5' })
    expect(numbersIn(funnel).filter((shown) => shown > 0 && shown < 5)).toEqual([])
  })

  test('leaves the transaction as it found it: the coordinator still reads no person', async () => {
    await aCandidate()
    const coordinator = await aStaff('coordinator')
    const seen = await withActor(coordinator, async (tx) => {
      await readFunnel(tx)
      return [...(await tx.select().from(candidates)), ...(await tx.select().from(placements))]
    })
    expect(seen).toEqual([])
    const rows = await db.asSystem((tx) => tx.select().from(auditLog))
    expect(rows.filter(({ action }) => action === 'network.funnel_read')).not.toEqual([])
    expect(rows.find(({ action }) => action === 'network.funnel_read')).toMatchObject({
      actorRole: 'coordinator',
    })
  })

  test('is for coordinators alone', async () => {
    for (const actor of [await aStaff(), await aStaff('admin'), await anHrContact()]) {
      expect(await refusal(withActor(actor, readFunnel))).toMatchObject({ code: 'forbidden' })
      expect(await refusal(withActor(actor, networkOverview))).toMatchObject({ code: 'forbidden' })
    }
  })
})

test('the overview counts employers, openings and minutes exactly', async () => {
  const coordinator = await aStaff('coordinator')
  const before = await withActor(coordinator, networkOverview)
  const orgId = await anOrganisation('Comune di Prova')
  const companyId = await aCompany({ stage: 'ambassador', placeCode: '096004', sector: 'textiles' })
  await aCompany({ verification: 'pending' })
  await aCompany({ verification: 'rejected', stage: 'ambassador' })
  await anOpening({ companyId, state: 'paused' })
  await anOpening({ companyId, state: 'draft' })
  const logged = (minutes: number, occurredAt: Date) =>
    db.asSystem((tx) =>
      tx.insert(interactions).values({
        ...{ id: newId<string>(), orgId, companyId, userId: coordinator.userId, kind: 'call', minutes },
        ...{ outcome: 'positive', occurredAt, createdAt: now() },
      }),
    )
  await logged(25, now())
  await logged(50, now())
  await logged(500, new Date('2020-01-01T09:00:00Z'))

  const after = await withActor(coordinator, networkOverview)
  const grew = (list: 'ladder' | 'openings' | 'provinces' | 'sectors' | 'heading', key: string) => {
    const of = ({ [list]: rows }: typeof after) => rows.find((row) => row.key === key)?.total ?? 0
    return of(after) - of(before)
  }
  expect(after.companies - before.companies).toBe(2)
  expect(after.waiting - before.waiting).toBe(1)
  expect(grew('ladder', 'ambassador')).toBe(1)
  expect(grew('provinces', 'BI')).toBe(1)
  expect(grew('sectors', 'textiles')).toBe(1)
  expect([grew('openings', 'paused'), grew('openings', 'open')]).toEqual([1, 0])
  expect(after.openings.map(({ key }) => key)).toEqual(['open', 'paused', 'closed'])
  expect(after.effort.byOrganisation).toContainEqual({ name: 'Comune di Prova', minutes: 75 })
  expect(after.effort.byStage.find(({ key }) => key === 'ambassador')?.minutes).toBe(75)
  const heading = after.heading.reduce((sum, { total }) => sum + total, 0)
  expect(heading).toBe(after.companies)
})
