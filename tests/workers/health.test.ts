import { eq } from 'drizzle-orm'
import { register } from 'prom-client'
import { beforeAll, describe, expect, it } from 'vitest'
import { beat, lastBeat, stopBeating } from '#app/domain/outbox/heartbeats.server.ts'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { SECOND } from '#app/domain/shared/durations.ts'
import { degradedNotices, healthReport } from '#app/platform/health.server.ts'
import { migrateQueue } from '#app/platform/queue-postgres.server.ts'
import { useDatabase } from '#db/client.ts'
import { heartbeats, outbox } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { TIMINGS } from '#workers/timings.ts'

const db = useTestDatabase({ as: 'worker' })
beforeAll(() => migrateQueue(db.urls().workerUrl))

/** The report is kept for two seconds. */
const lookAgain = async () => {
  await new Promise((resolve) => setTimeout(resolve, 2 * SECOND + 50))
  return healthReport()
}

const gauge = async (name: string) => (await register.getSingleMetric(name)?.get())?.values[0]?.value

describe('the health of the whole', () => {
  it('without a worker is degraded, and people read what waits', async () => {
    const report = await healthReport()
    expect(report).toEqual({
      status: 'degraded',
      checks: { database: 'ok', queue: 'ok', search: 'ok', mail: 'ok', worker: 'degraded', audit: 'ok' },
    })
    expect(await degradedNotices()).toEqual(['mail_banner_work_waiting'])
  })

  it('with a worker is ok, until it has been silent for a minute', async () => {
    await db.asSystem((tx) => beat(tx, 'test'))
    expect(await lookAgain()).toMatchObject({ status: 'ok', checks: { worker: 'ok' } })
    expect(await degradedNotices()).toEqual([])
    const old = new Date(Date.now() - 61 * SECOND)
    await db.asSystem((tx) =>
      tx.update(heartbeats).set({ at: old }).where(eq(heartbeats.process, 'worker:test')),
    )
    expect(await lookAgain()).toMatchObject({ status: 'degraded', checks: { worker: 'degraded' } })
    await db.asSystem((tx) => stopBeating(tx, 'test'))
    expect(await db.asSystem(lastBeat)).toBeNull()
  })

  it('with a worker that rests for as long as it may, and then looks slowly, is ok', async () => {
    const since = TIMINGS.heartbeatEvery + TIMINGS.relayIdle + 10 * SECOND
    await db.asSystem(async (tx) => {
      await beat(tx, 'resting')
      await tx
        .update(heartbeats)
        .set({ at: new Date(Date.now() - since) })
        .where(eq(heartbeats.process, 'worker:resting'))
    })
    expect(await lookAgain()).toMatchObject({ checks: { worker: 'ok' } })
    await db.asSystem((tx) => stopBeating(tx, 'resting'))
  })

  it('is the same for the web, which has no way into the queue', async () => {
    const report = await db.asOtherLogin(lookAgain)
    expect(report.checks).toMatchObject({ database: 'ok', queue: 'ok' })
  })

  it('is told in metrics: what waits, for how long, what was given up', async () => {
    const { userId } = await aStaff()
    const minuteAgo = new Date(Date.now() - 60 * SECOND)
    await db.asSystem(async (tx) => {
      const waiting = await emit(tx, 'account.invited', { userId })
      await tx.update(outbox).set({ availableAt: minuteAgo }).where(eq(outbox.id, waiting))
      const dead = await emit(tx, 'account.invited', { userId })
      await tx.update(outbox).set({ state: 'dead' }).where(eq(outbox.id, dead))
    })
    await lookAgain()
    expect(await gauge('outbox_oldest_age_seconds')).toBeGreaterThanOrEqual(60)
    expect(await gauge('outbox_waiting')).toBe(1)
    expect(await gauge('outbox_dead')).toBe(1)
    expect(await gauge('mails_uncertain')).toBe(0)
  })

  it('without its database is down', async () => {
    await useDatabase('postgresql://nobody@127.0.0.1:1/none')
    expect(await lookAgain()).toMatchObject({ status: 'down', checks: { database: 'down' } })
    await useDatabase(db.urls().workerUrl)
  })
})
