import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { logInteraction } from '#app/domain/companies/log-interaction.server.ts'
import { addTask } from '#app/domain/follow-ups/add-task.server.ts'
import { skipFollowUp } from '#app/domain/follow-ups/skip-follow-up.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { trustKinds } from '#app/domain/trust/event-kinds.ts'
import { keepScores } from '#app/domain/trust/keep-score.server.ts'
import { trustToday } from '#app/domain/trust/trust-today.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { runDaily } from '#workers/daily.ts'

const db = useTestDatabase()
const TODAY = new Date('2026-11-23T10:00:00Z')

let restore: () => void
let giulia: StaffActor
beforeAll(async () => {
  restore = setClock(() => TODAY)
  giulia = await aStaff()
})
afterAll(() => restore())

const rowsOf = (ids: readonly CompanyId[]) =>
  db.asSystem((tx) =>
    tx
      .select()
      .from(companies)
      .where(inArray(companies.id, [...ids]))
      .orderBy(companies.id),
  )

/** Every row says of the moment it was kept what its events say of that moment. */
async function expectProven(ids: readonly CompanyId[]) {
  for (const { id, trustScore, trustSlope, trustScoreAt } of await rowsOf(ids)) {
    const proof = await db.asSystem((tx) => trustToday(tx, [id], trustScoreAt as Date))
    expect({ id, score: trustScore, slope: trustSlope }).toEqual({
      id,
      score: Number(proof.get(id)?.score.toFixed(2)),
      slope: proof.get(id)?.slope,
    })
  }
}

const anEvent = (companyId: CompanyId, kind: string, daysAgo: number, withdrawn = false) => ({
  ...{ id: newId<string>(), companyId, kind, causeType: 'opening', createdAt: TODAY },
  occurredAt: new Date(+TODAY - daysAgo * DAY),
  withdrawnAt: withdrawn ? TODAY : null,
})

it('what many rows keep at night is what each would keep alone, and what its events prove at any date', async () => {
  const ids: CompanyId[] = []
  for (let number = 0; number < 12; number++) {
    const id = await aCompany({ createdAt: new Date(+TODAY - 40 * number * DAY) })
    ids.push(id)
    const kind = trustKinds[number % trustKinds.length] ?? 'visit_held'
    await db.asSystem((tx) =>
      tx
        .insert(trustEvents)
        .values([
          anEvent(id, kind, 3 + number),
          anEvent(id, 'visit_held', 90 + number),
          anEvent(id, 'incident_confirmed', 5, true),
        ]),
    )
  }
  for (const daysLater of [0, 17, 200]) {
    const at = new Date(+TODAY + daysLater * DAY)
    await db.asSystem((tx) => keepScores(tx, ids, at))
    const together = await rowsOf(ids)
    for (const id of ids) await db.asSystem((tx) => keepScores(tx, [id], at))
    expect(await rowsOf(ids)).toEqual(together)
    await expectProven(ids)
  }
  expect(new Set((await rowsOf(ids)).map(({ trustScore }) => trustScore)).size).toBeGreaterThan(5)
})

it('a contact and a settled task move score and slope in their own transaction', async () => {
  const id = await aCompany({ createdAt: new Date(+TODAY - 80 * DAY) })
  await withActor(giulia, (tx) => addTask(tx, { companyId: id, title: 'Richiamare', dueOn: '2026-11-24' }))
  const overdue = { dueAt: new Date(+TODAY - 20 * DAY) }
  await db.asSystem((tx) => tx.update(followUps).set(overdue).where(eq(followUps.companyId, id)))
  await db.asSystem((tx) => keepScores(tx, [id]))
  expect(await rowsOf([id])).toMatchObject([{ trustSlope: 'at_risk' }])

  const [task] = await db.asSystem((tx) => tx.select().from(followUps).where(eq(followUps.companyId, id)))
  if (!task) throw new Error('no task')
  await withActor(giulia, (tx) => skipFollowUp(tx, task.id, 'Ha già risposto'))
  const [skipped] = await rowsOf([id])
  expect(skipped?.trustSlope).not.toBe('at_risk')

  await withActor(giulia, (tx) => logInteraction(tx, id, { kind: 'visit', outcome: 'positive' }))
  expect((await rowsOf([id]))[0]?.trustScore).toBeGreaterThan(skipped?.trustScore ?? 100)
  await expectProven([id])
})

it('the night’s work brings every row up to date, also where nothing happened but time', async () => {
  const id = await aCompany({ createdAt: new Date(+TODAY - 55 * DAY) })
  await db.asSystem((tx) => keepScores(tx, [id]))
  expect(await rowsOf([id])).toMatchObject([{ trustScore: 50 }])
  const later = new Date(+TODAY + 30 * DAY)
  const back = setClock(() => later)
  await db.asOtherLogin(runDaily)
  back()
  const [row] = await rowsOf([id])
  expect(row?.trustScoreAt).toEqual(later)
  expect(row?.trustScore).toBeLessThan(50)
  await expectProven([id])
})
