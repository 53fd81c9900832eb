import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { retryDeadLetter } from '#app/domain/outbox/settle-dead-letter.server.ts'
import type { OutboxId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { mails } from '#db/schema/follow-ups.ts'
import { outbox } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { runAll } from './run-all.ts'
import { startSmtpSink, type SmtpSink } from './smtp-sink.ts'

const db = useTestDatabase({ as: 'worker' })
let sink: SmtpSink

beforeAll(async () => {
  sink = await startSmtpSink()
  process.env.SMTP_URL = sink.url
})
afterAll(() => sink.stop())
beforeEach(() => void (sink.raw.length = 0))

const mailOf = async (id: OutboxId) =>
  (await db.asSystem((tx) => tx.select().from(mails).where(eq(mails.outboxId, id))))[0]
const eventOf = async (id: OutboxId) =>
  (await db.asSystem((tx) => tx.select().from(outbox).where(eq(outbox.id, id))))[0]

it.each([
  ['refused for good', { code: 550 }, 'failed', 'mail:550'],
  ['handed over without an answer', 'cut', 'uncertain', 'uncertain'],
] as const)(
  'word for one of ours that was %s: an administrator hears of it, and can send it again',
  async (_, how, state, failure) => {
    sink.behave(how)
    const { userId } = await aStaff()
    const id = await db.asSystem((tx) => emit(tx, 'glass.broken', { userId }))
    await runAll()
    expect(await mailOf(id)).toMatchObject({ state, class: 'staff', companyId: null })
    expect(await eventOf(id)).toMatchObject({ state: 'dead', failure })
    sink.behave('take')
    await runAll()
    expect(sink.raw).toHaveLength(0)
    await withActor(await aStaff('admin'), (tx) => retryDeadLetter(tx, id))
    await runAll()
    expect(sink.raw).toHaveLength(1)
    expect(await mailOf(id)).toMatchObject({ state: 'sent' })
    expect(await eventOf(id)).toMatchObject({ state: 'done', failure: null })
  },
)
