import { eq, isNotNull } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { enqueueMail } from '#app/domain/mails/enqueue-mail.server.ts'
import { deadLetters } from '#app/domain/outbox/dead-letters.server.ts'
import { failEvent } from '#app/domain/outbox/event-run.server.ts'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { queueOverview } from '#app/domain/outbox/queue-overview.server.ts'
import { discardDeadLetter, retryDeadLetter } from '#app/domain/outbox/settle-dead-letter.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { OutboxId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { mails } from '#db/schema/follow-ups.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let admin: StaffActor
let dead: OutboxId

beforeEach(async () => {
  admin = await aStaff('admin')
  await db.asSystem(async (tx) => {
    await tx.update(outbox).set({ state: 'done' }).where(isNotNull(outbox.id))
    dead = await emit(tx, 'account.invited', { userId: admin.userId })
    const subject = { type: 'account', id: admin.userId }
    await enqueueMail(tx, { outboxId: dead, template: 'invite', to: { userId: admin.userId }, subject })
    await failEvent(tx, { id: dead, attempt: 0 }, { cause: 'mail:451', permanent: true })
  })
})

const row = async () => (await db.asSystem((tx) => tx.select().from(outbox).where(eq(outbox.id, dead))))[0]
const acts = async () =>
  (await db.asSystem((tx) => tx.select().from(auditLog).where(eq(auditLog.subjectId, dead)))).map(
    ({ action, actorId, actorRole }) => ({ action, actorId, actorRole }),
  )
const list = () => withActor(admin, (tx) => deadLetters(tx, { page: 1, perPage: 10 }))

describe('the dead letters', () => {
  it('are shown to an administrator with their cause, and without what they carry', async () => {
    const { letters, total } = await list()
    expect(total).toBe(1)
    expect(letters[0]).toMatchObject({ id: dead, topic: 'account.invited', failure: 'mail:451', attempts: 0 })
    expect(JSON.stringify(letters)).not.toContain(admin.userId)
    expect(await withActor(admin, queueOverview)).toMatchObject({
      events: { pending: 0, queued: 0, dead: 1 },
    })
  })

  it.each(['case_manager', 'coordinator'] as const)('are nothing for a %s', async (role) => {
    const other = await aStaff(role)
    await expect(withActor(other, (tx) => deadLetters(tx, { page: 1, perPage: 10 }))).rejects.toThrow(
      'forbidden',
    )
    await expect(withActor(other, queueOverview)).rejects.toThrow('forbidden')
    await expect(withActor(other, (tx) => retryDeadLetter(tx, dead))).rejects.toThrow('forbidden')
    await expect(withActor(other, (tx) => discardDeadLetter(tx, { id: dead, reason: 'no' }))).rejects.toThrow(
      'forbidden',
    )
    expect((await row())?.state).toBe('dead')
  })

  it('tried again: they have all their tries back, under the name of who asked', async () => {
    await withActor(admin, (tx) => retryDeadLetter(tx, dead))
    expect(await row()).toMatchObject({ state: 'pending', attempts: 0, doneAt: null })
    expect(await acts()).toEqual([{ action: 'event.retried', actorId: admin.userId, actorRole: 'admin' }])
  })

  it('discarded: they are over, with the reason, and their mails never leave', async () => {
    await withActor(admin, (tx) => discardDeadLetter(tx, { id: dead, reason: 'invito doppio' }))
    expect(await row()).toMatchObject({ state: 'done', failure: 'discarded: invito doppio' })
    const left = await db.asSystem((tx) => tx.select().from(mails).where(eq(mails.outboxId, dead)))
    expect(left.map(({ state }) => state)).toEqual(['cancelled'])
    expect(await acts()).toEqual([{ action: 'event.discarded', actorId: admin.userId, actorRole: 'admin' }])
  })

  it('settled by somebody else a moment ago: the second is told', async () => {
    await withActor(admin, (tx) => retryDeadLetter(tx, dead))
    await expect(
      withActor(admin, (tx) => discardDeadLetter(tx, { id: dead, reason: 'tardi' })),
    ).rejects.toThrow('conflict: mail_queue_settled_already')
    expect((await row())?.state).toBe('pending')
  })
})
