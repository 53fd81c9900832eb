import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { MINUTE } from '#app/domain/shared/durations.ts'
import { readSnapshot, sees } from '#app/domain/shared/snapshot.server.ts'
import type { OutboxId } from '#app/domain/shared/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { effects, outbox } from '#db/schema/operations.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import type { Effect } from '#workers/effects.ts'
import { planAfter } from '#workers/handlers/plan-company.ts'
import { notePlan } from '#workers/plans-lately.ts'
import { runEvent } from '#workers/run-event.ts'
import { QUICK } from './run-all.ts'
import { useScene } from './scene.ts'

const scene = useScene()
const { db, planned } = scene

const due = () => db.asSystem((tx) => emit(tx, 'company.plan_due', { companyId: scene.hr.companyId }))
const run = (id: OutboxId) => runEvent(id, QUICK)
const eventOf = async (id: OutboxId) => {
  const [row] = await db.asSystem((tx) => tx.select().from(outbox).where(eq(outbox.id, id)))
  return row ?? expect.fail()
}
/** What a planning would write anew. */
const lose = () => db.asSystem((tx) => tx.delete(followUps).where(eq(followUps.ruleKey, 'opening_call')))
const calls = async () => (await planned('opening_call')).length
const post = () => anOpening({ companyId: scene.hr.companyId, postedAt: now(), createdAt: now() })

beforeEach(async () => {
  await post()
})

describe('a company about which much was written at once', () => {
  it('is planned once for all of it, and every event ends as if it had been for each', async () => {
    const [first, second] = [await due(), await due()]
    await run(second)
    expect(await calls()).toBe(1)
    await lose()
    await run(first)
    expect(await calls()).toBe(0)
    const [{ state } = { state: null }] = await db.asSystem((tx) =>
      tx.select({ state: outbox.state }).from(outbox).where(eq(outbox.id, first)),
    )
    expect(state).toBe('done')
    const kept = and(eq(effects.outboxId, first), eq(effects.effect, 'follow-ups'))
    expect(await db.asSystem((tx) => tx.$count(effects, kept))).toBe(1)
  })

  it('is planned again for what was written after the plan', async () => {
    await run(await due())
    await lose()
    await run(await due())
    expect(await calls()).toBe(1)
  })

  it('is planned again for what was begun before the plan and committed after it', async () => {
    let late: OutboxId | undefined
    await db.asSystem(async (tx) => {
      late = await emit(tx, 'company.plan_due', { companyId: scene.hr.companyId })
      await run(await due())
    })
    await lose()
    await run(late ?? expect.fail())
    expect(await calls()).toBe(1)
  })

  it('is planned again after a minute, whatever the plan saw', async () => {
    const [first, second] = [await due(), await due()]
    await run(second)
    await lose()
    scene.at += MINUTE
    await run(first)
    expect(await calls()).toBe(1)
  })

  it('is planned for what only a try that was rolled back has seen', async () => {
    const event = await eventOf(await due())
    const seenByAnother = await db.asSystem(readSnapshot)
    const later = await due()
    const triedTwice: Effect = async (_, work) => {
      const rolledBack = db.asSystem(async (tx) => {
        await work(tx)
        throw new Error('a deadlock')
      })
      await expect(rolledBack).rejects.toThrow('a deadlock')
      notePlan(scene.hr.companyId, seenByAnother)
      await db.asSystem(work)
    }
    await planAfter(event, triedTwice, scene.hr.companyId)
    await lose()
    await run(later)
    expect(await calls()).toBe(1)
  })

  it('is planned whatever was seen where the event itself changes more before', async () => {
    const openingId = await post()
    const closed = await db.asSystem((tx) => emit(tx, 'opening.closed', { openingId }))
    await run(await due())
    await lose()
    await run(closed)
    expect(await calls()).toBe(2)
  })
})

describe('what a transaction has seen', () => {
  it('is what was committed before, and neither its own, nor what is under way, nor what comes', async () => {
    const writerOf = async (id: OutboxId) => (await eventOf(id)).writtenBy
    const before = await due()
    const [own, snapshot, underWay] = await db.asSystem(async (slow) => {
      const begun = await emit(slow, 'company.plan_due', { companyId: scene.hr.companyId })
      const [mine, seen] = await db.asSystem(async (tx) => {
        const written = await emit(tx, 'company.plan_due', { companyId: scene.hr.companyId })
        return [written, await readSnapshot(tx)] as const
      })
      return [mine, seen, begun] as const
    })
    const after = await due()
    expect(sees(snapshot, await writerOf(before))).toBe(true)
    for (const unseen of [own, underWay, after]) expect(sees(snapshot, await writerOf(unseen))).toBe(false)
  })
})
