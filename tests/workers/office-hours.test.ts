import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { rulesInHours } from '#app/domain/follow-ups/rules.ts'
import { readAgenda } from '#app/domain/outbox/agenda.server.ts'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { DAY, HOUR, MINUTE } from '#app/domain/shared/durations.ts'
import { now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { outbox } from '#db/schema/operations.ts'
import { cards } from '#db/schema/proposals.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { sweepOnce } from '#workers/sweeper.ts'
import { QUICK, runAll } from './run-all.ts'
import { useScene } from './scene.ts'

const scene = useScene()
const { db, happens, plan, subjects } = scene

const REMINDER = 'Un promemoria per la vostra opportunità'

/** In Torino, in winter. */
const clockAt = (time: string) => void (scene.at = Date.parse(`${time}+01:00`))

/** A card of Tuesday at ten: its reminder is due on Thursday at ten. */
async function sendCard() {
  const { companyId, contactId } = scene.hr
  const openingId = await anOpening({ companyId, postedAt: now(), createdAt: now() })
  const { cardId } = await aCard({ companyId, contactId, openingId, proposedBy: scene.lead.userId })
  await db.asSystem((tx) => emit(tx, 'card.sent', { cardId }))
  await runAll()
  return cardId
}
const reminder = async () => (await plan()).find(({ ruleKey }) => ruleKey === 'proposal_reminder_1')
const reminders = async () => (await subjects()).filter((subject) => subject === REMINDER)
const turn = async () => {
  await sweepOnce(QUICK)
  await runAll()
}
const agenda = () => db.asSystem((tx) => readAgenda(tx, { lease: QUICK.eventLease, inHours: rulesInHours }))

describe('a message by rule that comes to be sent too late in the day', { timeout: 60_000 }, () => {
  it('because the worker was away: leaves the next morning, and the worker rests until then', async () => {
    await sendCard()
    clockAt('2026-11-19T18:00')
    await turn()
    expect(await reminders()).toEqual([])
    expect(await reminder()).toMatchObject({ state: 'planned', releasedAt: null })
    expect((await agenda()).sweep?.toISOString()).toBe('2026-11-20T07:30:00.000Z')
    clockAt('2026-11-20T08:29')
    await turn()
    expect(await reminders()).toEqual([])
    clockAt('2026-11-20T08:30')
    expect((await agenda()).sweep?.toISOString()).toBe('2026-11-20T07:30:00.000Z')
    await turn()
    await turn()
    expect(await reminders()).toHaveLength(1)
    expect(await reminder()).toMatchObject({ state: 'done' })
  })

  it('because it was released at the last minute: its event looks again when the offices open', async () => {
    await sendCard()
    clockAt('2026-11-19T17:59')
    await sweepOnce(QUICK)
    clockAt('2026-11-19T18:01')
    await runAll()
    expect(await reminders()).toEqual([])
    const waiting = await db.asSystem((tx) => tx.select().from(outbox).where(eq(outbox.state, 'pending')))
    expect(waiting.map(({ availableAt }) => availableAt.toISOString())).toEqual(['2026-11-20T07:30:00.000Z'])
    clockAt('2026-11-20T08:30')
    await turn()
    expect(await reminders()).toHaveLength(1)
  })

  it('because Friday was over: leaves on Monday, unless its reason went meanwhile', async () => {
    const cardId = await sendCard()
    clockAt('2026-11-20T17:59')
    await sweepOnce(QUICK)
    clockAt('2026-11-20T18:00')
    await runAll()
    clockAt('2026-11-21T11:00')
    await turn()
    expect(await reminders()).toEqual([])
    await db.asSystem((tx) => tx.update(cards).set({ openedAt: now() }).where(eq(cards.id, cardId)))
    clockAt('2026-11-23T08:30')
    await turn()
    expect(await reminders()).toEqual([])
    expect(await reminder()).toMatchObject({ state: 'cancelled', why: 'proposal_opened' })
  })
})

describe('the planning of a night', { timeout: 60_000 }, () => {
  it('writes what is due already and sends none of it before the morning', async () => {
    await sendCard()
    await db.asSystem((tx) => tx.delete(followUps).where(eq(followUps.ruleKey, 'proposal_reminder_1')))
    clockAt('2026-11-20T05:00')
    await happens('company.plan_due', { companyId: scene.hr.companyId })
    await turn()
    expect(await reminder()).toMatchObject({ state: 'planned', releasedAt: null })
    expect(await reminders()).toEqual([])
    clockAt('2026-11-20T08:30')
    await turn()
    expect(await reminders()).toHaveLength(1)
  })
})

describe('what does not wait for the morning', { timeout: 60_000 }, () => {
  it('is the answer to what she did herself', async () => {
    const cardId = await sendCard()
    clockAt('2026-11-17T21:00')
    await db.asSystem(async (tx) => {
      const answered = { state: 'answered', answer: 'not_now', answeredAt: now() } as const
      await tx.update(cards).set(answered).where(eq(cards.id, cardId))
      await emit(tx, 'card.answered', { cardId })
    })
    await runAll()
    expect(await subjects()).toContain('Grazie per la risposta')
  })

  it('is what a person sends', async () => {
    clockAt('2026-11-17T21:00')
    await sendCard()
    expect(await subjects()).toContain('C’è una novità per la vostra opportunità')
  })

  it('nor does it keep the worker awake: with nothing due by night it rests', async () => {
    await sendCard()
    scene.at += HOUR
    await turn()
    const { sweep } = await agenda()
    expect(+(sweep ?? 0)).toBe(scene.at - HOUR + 2 * DAY)
    expect(+(sweep ?? 0) - scene.at).toBeGreaterThan(MINUTE)
  })
})
