import { eq, isNotNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimEvents, markQueued, returnLostEvents } from '#app/domain/outbox/claim-events.server.ts'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { beginEvent, failEvent, finishEvent, postponeEvent } from '#app/domain/outbox/event-run.server.ts'
import { MOST_TRIES } from '#app/domain/outbox/tries.ts'
import { HOUR, SECOND } from '#app/domain/shared/durations.ts'
import type { OutboxId } from '#app/domain/shared/ids.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { devMailbox } from '#db/schema/follow-ups.ts'
import { effects, outbox } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { effectsOf } from '#workers/effects.ts'
import { runEvent } from '#workers/run-event.ts'
import { asWorker } from '#workers/worker-actor.ts'
import { QUICK } from './run-all.ts'

const db = useTestDatabase({ as: 'worker' })
const LEASE = 30 * SECOND
let at: number
let restore: () => void

beforeEach(async () => {
  at = Date.now()
  restore = setClock(() => new Date(at))
  await db.asSystem((tx) => tx.update(outbox).set({ state: 'done' }).where(isNotNull(outbox.id)))
})
afterEach(() => restore())

const invite = async (): Promise<OutboxId> => {
  const { userId } = await aStaff()
  return db.asSystem((tx) => emit(tx, 'account.invited', { userId }))
}
const row = async (id: OutboxId) =>
  (await db.asSystem((tx) => tx.select().from(outbox).where(eq(outbox.id, id))))[0]
const claim = (limit: number) => asWorker((tx) => claimEvents(tx, { limit, lease: LEASE }))

describe('a relay', () => {
  it('takes events in the order in which they are due, and none before its time', async () => {
    const [second, first, later] = [await invite(), await invite(), await invite()]
    const due = (id: OutboxId, seconds: number) =>
      db.asSystem((tx) =>
        tx
          .update(outbox)
          .set({ availableAt: new Date(at + seconds * SECOND) })
          .where(eq(outbox.id, id)),
      )
    await due(first, -20)
    await due(second, -10)
    await due(later, 10)
    expect(await claim(10)).toEqual([first, second])
    at += 11 * SECOND
    expect(await claim(10)).toEqual([later])
  })

  it('beside another takes other events: none twice, none left', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, invite))
    const taken = await Promise.all(Array.from({ length: 6 }, () => claim(5)))
    expect(taken.flat().sort()).toEqual(ids.sort())
  })

  it('that dies after claiming leaves them to the next one when its lease is over', async () => {
    const id = await invite()
    expect(await claim(10)).toEqual([id])
    expect(await claim(10)).toEqual([])
    at += LEASE + SECOND
    expect(await claim(10)).toEqual([id])
  })

  it('that is slower than the worker leaves what that has put off to its time', async () => {
    const id = await invite()
    await claim(10)
    const begun = await asWorker((tx) => beginEvent(tx, id, LEASE))
    if (!begun) throw new Error('not begun')
    const later = new Date(at + 5 * SECOND)
    await asWorker((tx) => postponeEvent(tx, begun, later))
    await asWorker((tx) => markQueued(tx, [id], LEASE))
    expect(await row(id)).toMatchObject({ state: 'pending', availableAt: later, leaseUntil: null })
  })

  it('that is slower than the worker does not wake what is done', async () => {
    const id = await invite()
    await claim(10)
    await runEvent(id, QUICK)
    await asWorker((tx) => markQueued(tx, [id], LEASE))
    expect((await row(id))?.state).toBe('done')
  })
})

describe('the sweeper', () => {
  it('gives back what is not done after twice its lease, and not before', async () => {
    const id = await invite()
    await claim(10)
    await asWorker((tx) => markQueued(tx, [id], LEASE))
    at += 2 * LEASE - SECOND
    expect(await asWorker((tx) => returnLostEvents(tx, LEASE))).toBe(0)
    at += 2 * SECOND
    expect(await asWorker((tx) => returnLostEvents(tx, LEASE))).toBe(1)
    expect(await claim(10)).toEqual([id])
  })
})

describe('an event', () => {
  it('run by several workers at once has its effects and its mail once', async () => {
    const id = await invite()
    await Promise.all(Array.from({ length: 5 }, () => runEvent(id, QUICK)))
    const mails = await db.asSystem((tx) => tx.select().from(devMailbox))
    expect(mails.filter(({ messageId }) => messageId.includes(id))).toHaveLength(1)
    const done = await db.asSystem((tx) => tx.select().from(effects).where(eq(effects.outboxId, id)))
    expect(done.map(({ effect }) => effect)).toEqual(['mail'])
  })

  it('that kills its worker every time ends among the dead, though nobody could say why', async () => {
    const id = await invite()
    const begin = () => asWorker((tx) => beginEvent(tx, id, LEASE))
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      if (tries > 2) {
        expect(await begin()).toBeNull()
        const { availableAt, attempts } = (await row(id)) ?? {}
        expect(attempts).toBe(tries - 1)
        expect(+(availableAt ?? 0)).toBeGreaterThan(at)
        at = +(availableAt ?? 0)
      }
      expect(await begin()).toMatchObject({ attempt: tries })
    }
    expect(await begin()).toBeNull()
    expect(await begin()).toBeNull()
    expect(await row(id)).toMatchObject({ state: 'dead', failure: 'killed' })
  })

  it('that was killed with others comes back at another time than they', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, invite))
    for (let tries = 0; tries < 6; tries += 1)
      for (const id of ids) await asWorker((tx) => beginEvent(tx, id, LEASE))
    const due = await Promise.all(ids.map(async (id) => +((await row(id))?.availableAt ?? 0)))
    expect(new Set(due).size).toBeGreaterThan(1)
  })

  it('whose first worker goes on while another waits is done when it is done', async () => {
    const id = await invite()
    await asWorker((tx) => beginEvent(tx, id, LEASE))
    const slow = await asWorker((tx) => beginEvent(tx, id, LEASE))
    expect(await asWorker((tx) => beginEvent(tx, id, LEASE))).toBeNull()
    expect(await row(id)).toMatchObject({ state: 'pending', attempts: slow?.attempt })
    await asWorker((tx) => finishEvent(tx, id))
    expect(await row(id)).toMatchObject({ state: 'done', failure: null })
  })

  it('that failed waits longer each time', async () => {
    const id = await invite()
    const waits: number[] = []
    for (const attempt of [1, 2, 3]) {
      await asWorker((tx) => beginEvent(tx, id, LEASE))
      await asWorker((tx) => failEvent(tx, { id, attempt }, { cause: 'fault:Error', permanent: false }))
      waits.push(((await row(id))?.availableAt.getTime() ?? 0) - at)
    }
    expect(waits).toEqual([5_000, 15_000, 45_000])
  })
})

describe('a worker that was stopped while another took its event', () => {
  const failure = { cause: 'fault:Error', permanent: true }

  it('can neither end it nor put it off when it wakes', async () => {
    const id = await invite()
    const stopped = await asWorker((tx) => beginEvent(tx, id, LEASE))
    const other = await asWorker((tx) => beginEvent(tx, id, LEASE))
    if (!stopped || !other) throw new Error('not begun')
    expect(await asWorker((tx) => failEvent(tx, stopped, failure))).toBe('refused')
    await asWorker((tx) => postponeEvent(tx, stopped, new Date(at + HOUR)))
    expect(await row(id)).toMatchObject({ state: 'pending', attempts: 2 })
    expect((await row(id))?.availableAt.getTime()).toBeLessThanOrEqual(at)
    expect(await asWorker((tx) => failEvent(tx, other, failure))).toBe('dead')
  })
})

describe('an effect', () => {
  it('commits with its row, or neither does', async () => {
    const id = await invite()
    const effect = effectsOf(id)
    const failing = effect('half', async (tx) => {
      await tx.update(outbox).set({ failure: 'written' }).where(eq(outbox.id, id))
      throw new Error('in the middle')
    })
    await expect(failing).rejects.toThrow('in the middle')
    expect((await row(id))?.failure).toBeNull()
    let times = 0
    const count = () => {
      times += 1
      return Promise.resolve()
    }
    await effect('half', count)
    await effect('half', count)
    expect(times).toBe(1)
  })
})
