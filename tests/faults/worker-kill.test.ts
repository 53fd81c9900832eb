import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { noteDailyDone } from '#app/domain/outbox/heartbeats.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CardId, CompanyId, OutboxId } from '#app/domain/shared/ids.ts'
import { migrateQueue } from '#app/platform/queue-postgres.server.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { outbox } from '#db/schema/operations.ts'
import { aStaff, anHrContact } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { describeOn, startRedis, withoutRedis } from '#tests/workers/redis-server.ts'
import { startSmtpSink, type SmtpSink } from '#tests/workers/smtp-sink.ts'
import { until } from '#tests/workers/until.ts'
import type { CrashPoint } from '#app/platform/crash-point.ts'
import { TIMINGS } from '#workers/timings.ts'
import { startWorkerChild } from './worker-child.ts'

const db = useTestDatabase({ as: 'worker' })
let sink: SmtpSink
let redis: Awaited<ReturnType<typeof startRedis>> | undefined
let lead: StaffActor

beforeAll(async () => {
  await migrateQueue(db.urls().workerUrl)
  // The work of the day would take back cards of people whom nobody resembles, as those of this file are.
  await db.asSystem(noteDailyDone)
  sink = await startSmtpSink()
  lead = await aStaff()
  if (!withoutRedis) redis = await startRedis()
}, 60_000)

afterAll(async () => {
  await sink.stop()
  await redis?.stop()
})

type Sent = { hr: HrActor; cardId: CardId; event: OutboxId }

/** A card on its way to a company of its own. */
async function sendCard(): Promise<Sent> {
  const hr = await anHrContact()
  const { companyId, contactId } = hr
  await db.asSystem((tx) =>
    tx
      .update(companies)
      .set({ leadUserId: lead.userId, leadOrgId: lead.orgId })
      .where(eq(companies.id, companyId)),
  )
  // Posted so long ago that nobody thanks for it any more: the card's is the only mail under way.
  const old = new Date(Date.now() - 10 * DAY)
  const openingId = await anOpening({ companyId, postedAt: old, createdAt: old })
  const { cardId } = await aCard({ companyId, contactId, openingId, proposedBy: lead.userId })
  const event = await db.asSystem((tx) => emit(tx, 'card.sent', { cardId }))
  return { hr, cardId, event }
}

const eventsOf = (ids: OutboxId[]) =>
  db.asSystem((tx) => tx.select().from(outbox).where(inArray(outbox.id, ids)))
const mailsOf = (ids: OutboxId[]) =>
  db.asSystem((tx) => tx.select().from(mails).where(inArray(mails.outboxId, ids)))
const mailsTo = (companyIds: CompanyId[]) =>
  db.asSystem((tx) => tx.select().from(mails).where(inArray(mails.companyId, companyIds)))
const planOf = (companyId: CompanyId) =>
  db.asSystem((tx) => tx.select().from(followUps).where(eq(followUps.companyId, companyId)))

/** These events are over or given up, their mails are decided, and so is whatever they set off. */
async function settled(ids: OutboxId[]): Promise<boolean> {
  if (!(await eventsOf(ids)).every(({ state }) => state === 'done' || state === 'dead')) return false
  if ((await mailsOf(ids)).some(({ state }) => state === 'pending' || state === 'sending')) return false
  return (await db.asSystem((tx) => tx.$count(outbox, inArray(outbox.state, ['pending', 'queued'])))) === 0
}

const arrived = async (event: OutboxId): Promise<number> =>
  (await sink.messages()).filter(({ messageId }) => messageId?.includes(event)).length

const settings = (backend: string) => ({
  workerUrl: db.urls().workerUrl,
  smtpUrl: sink.url,
  ...(backend === 'Redis' && redis ? { redisUrl: redis.url } : {}),
})

/** Where the worker dies, how often the mail has arrived in the end, and what is known of it. */
const crashes: [point: CrashPoint, mailsArrived: number, state: 'sent' | 'uncertain'][] = [
  ['after-claim', 1, 'sent'],
  ['before-commit', 1, 'sent'],
  ['after-commit', 1, 'sent'],
  // Nobody can tell these two from each other afterwards: neither is sent again.
  ['before-smtp', 0, 'uncertain'],
  ['after-250', 1, 'uncertain'],
]

const whenKilled = (backend: string, points: typeof crashes) => () => {
  it.each(points)(
    '%s: the mail arrives %i times and is %s',
    { timeout: 60_000 },
    async (point, times, state) => {
      const { hr, cardId, event } = await sendCard()
      const killed = await startWorkerChild(settings(backend), point)
      expect(await killed.ended).toBe('SIGKILL')

      const next = await startWorkerChild(settings(backend))
      await until('the event settled', () => settled([event]), 30_000)
      expect(await next.kill('SIGTERM')).toBe('0')

      expect(await arrived(event)).toBe(times)
      const sent = await mailsOf([event])
      expect(sent.map((mail) => mail.state)).toEqual([state])
      const plan = await planOf(hr.companyId)
      expect(
        plan
          .map(({ ruleKey }) => ruleKey)
          .filter((rule) => rule?.startsWith('proposal_'))
          .sort(),
      ).toEqual(['proposal_call', 'proposal_reminder_1', 'proposal_reminder_2'])
      const tasks = plan.filter(
        ({ ruleKey, subjectId }) => ruleKey === 'mail_uncertain' && subjectId === cardId,
      )
      expect(tasks.map(({ assigneeId }) => assigneeId)).toEqual(state === 'uncertain' ? [lead.userId] : [])
    },
  )

  it(
    'after-250 with the link that lets somebody in: it goes out once more, and then an administrator hears of it',
    { timeout: 60_000 },
    async () => {
      const { userId } = await aStaff()
      const event = await db.asSystem((tx) => emit(tx, 'account.invited', { userId }))
      for (const _ of [1, 2]) {
        const killed = await startWorkerChild(settings(backend), 'after-250')
        expect(await killed.ended).toBe('SIGKILL')
      }
      const next = await startWorkerChild(settings(backend))
      await until('the event settled', () => settled([event]), 30_000)
      await next.kill('SIGTERM')
      expect(await arrived(event)).toBe(2)
      expect((await mailsOf([event])).map((mail) => mail.state)).toEqual(['uncertain'])
      expect(await eventsOf([event])).toMatchObject([{ state: 'dead', failure: 'uncertain' }])
    },
  )

  it(
    'at any moment, again and again: nothing is lost, nothing is doubled, nothing is silent',
    { timeout: 120_000 },
    async () => {
      const sent = await Promise.all(Array.from({ length: 24 }, sendCard))
      const ids = sent.map(({ event }) => event)
      const kills = 4
      for (let kill = 0; kill < kills; kill += 1) {
        const worker = await startWorkerChild(settings(backend))
        await new Promise((resolve) => setTimeout(resolve, 60 + kill * 70))
        expect(await worker.kill('SIGKILL')).toBe('SIGKILL')
      }
      const last = await startWorkerChild(settings(backend))
      await until('all events settled', () => settled(ids), 60_000)
      await last.kill('SIGTERM')

      expect((await eventsOf(ids)).map(({ state }) => state)).toEqual(ids.map(() => 'done'))
      const written = await mailsTo(sent.map(({ hr }) => hr.companyId))
      for (const { messageId, state } of written) {
        const copies = (await sink.messages()).filter((message) => message.messageId === messageId).length
        expect([state, copies]).toEqual(state === 'sent' ? ['sent', 1] : ['uncertain', Math.min(1, copies)])
      }
      const plans = await Promise.all(sent.map(({ hr }) => planOf(hr.companyId)))
      for (const plan of plans) {
        expect(plan.filter(({ ruleKey }) => ruleKey?.startsWith('proposal_'))).toHaveLength(3)
      }
      const uncertain = written.filter(({ state }) => state === 'uncertain')
      expect(uncertain.length).toBeLessThanOrEqual(kills * TIMINGS.concurrency)
      expect(plans.flat().filter(({ ruleKey }) => ruleKey === 'mail_uncertain')).toHaveLength(
        uncertain.length,
      )
    },
  )
}

// What dies at the other points is the same code, whatever the queue: the outbox stands between.
const onRedis = crashes.filter(([point]) => point === 'after-claim' || point === 'after-250')

describeOn('PostgreSQL', 'a worker with its queue on PostgreSQL, killed', whenKilled('PostgreSQL', crashes))
describeOn('Redis', 'a worker with its queue on Redis, killed', whenKilled('Redis', onRedis))
