import { eq } from 'drizzle-orm'
import { atLocal, localDate, type IsoDate } from '#app/domain/calendar/rome.ts'
import { claimEvents } from '#app/domain/outbox/claim-events.server.ts'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { HOUR, MINUTE, SECOND } from '#app/domain/shared/durations.ts'
import { system } from '#app/domain/shared/actor.ts'
import type { OutboxId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { closeDatabase, useDatabase } from '#db/client.ts'
import { devMailbox, followUps } from '#db/schema/follow-ups.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { dailyTurn } from '#workers/daily.ts'
import { runEvent } from '#workers/run-event.ts'
import { sweepOnce } from '#workers/sweeper.ts'
import { asWorker } from '#workers/worker-actor.ts'
import { holds, type Invariant } from './invariant.ts'
import type { OwnPostgres } from './own-postgres.ts'

const LEASES = { eventLease: MINUTE, longestRun: 10 * MINUTE, mailLease: 5 * MINUTE }
const STEP = 30 * MINUTE

const hourIn = (at: Date): number => {
  const [hour = 0, minute = 0] = new Intl.DateTimeFormat('it-IT', {
    timeZone: 'Europe/Rome',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(at)
    .split(':')
    .map(Number)
  return hour + minute / 60
}

async function runAllDue(): Promise<void> {
  for (;;) {
    const ids: OutboxId[] = await asWorker((tx) => claimEvents(tx, { limit: 50, lease: MINUTE }))
    if (ids.length === 0) return
    for (const id of ids) await runEvent(id, LEASES)
  }
}

/**
 * A worker lives, on an injected clock, through the days around a change of the clock (from `from` to `to`, half an hour
 * at a time). Cards are sent before, during and after the hour that is skipped or comes twice; each reminder must leave
 * once, in office hours, and the work of each day be done once.
 */
export async function liveThrough(postgres: OwnPostgres, from: IsoDate, to: IsoDate): Promise<Invariant[]> {
  const database = await postgres.database('faults_clock')
  await useDatabase(database.workerUrl)
  let at = +atLocal(from, '08:00')
  const restore = setClock(() => new Date(at))
  try {
    const { userId, orgId } = await aStaff()
    const days = new Map<string, number>()
    let cards = 0
    for (const end = +atLocal(to, '18:00'); at <= end; at += STEP) {
      // One company an hour through the nights and days: two reminders and a call follow each card.
      if (at % (2 * HOUR) < STEP) {
        const companyId = await aCompany({ leadUserId: userId, leadOrgId: orgId })
        const { contactId } = await anHrContact(companyId)
        const postedAt = new Date(at)
        const openingId = await anOpening({ companyId, postedAt, createdAt: postedAt })
        const { cardId } = await aCard({ companyId, contactId, openingId, proposedBy: userId })
        await withActor(system('faults'), (tx) => emit(tx, 'card.sent', { cardId }))
        cards += 1
      }
      if (await dailyTurn()) {
        const day = localDate(new Date(at))
        days.set(day, (days.get(day) ?? 0) + 1)
      }
      await sweepOnce(LEASES)
      await runAllDue()
    }
    return await withActor(system('faults'), async (tx) => {
      const messages = await tx.select().from(followUps).where(eq(followUps.kind, 'message'))
      const sent = await tx.select().from(devMailbox)
      const reminders = messages.filter(({ ruleKey }) => ruleKey?.startsWith('proposal_reminder'))
      const due = reminders.filter(({ dueAt }) => +dueAt <= at - STEP)
      const late = due.filter(
        ({ state, doneAt, dueAt }) => state !== 'done' || !doneAt || +doneAt - +dueAt > STEP + SECOND,
      )
      const closed = (instant: Date) => hourIn(instant) < 8.5 || hourIn(instant) > 18
      const outside = reminders.filter(
        ({ dueAt, state, doneAt }) =>
          closed(dueAt) || (state === 'done' && doneAt !== null && closed(doneAt)),
      )
      const subjects = sent.map(({ messageId }) => messageId)
      const twice = subjects.filter((id, index) => subjects.indexOf(id) !== index)
      const wrongDays = [...days].filter(([, times]) => times !== 1).map(([day]) => day)
      const label = `clock change ${from}`
      return [
        holds(
          `${label}: every reminder that came due left in time`,
          due.length,
          late.map(({ id }) => id),
        ),
        holds(
          `${label}: reminders keep to office hours in Rome`,
          reminders.length,
          outside.map(({ id }) => id),
        ),
        holds(`${label}: no mail twice`, cards, twice),
        holds(`${label}: the work of the day once a day`, days.size, wrongDays),
      ]
    })
  } finally {
    restore()
    await closeDatabase()
    await database.drop()
  }
}
