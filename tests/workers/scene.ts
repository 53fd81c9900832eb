import { eq, isNotNull } from 'drizzle-orm'
import { afterEach, beforeEach } from 'vitest'
import { emit } from '#app/domain/outbox/emit.server.ts'
import type { Topic, Topics } from '#app/domain/outbox/topics.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { devMailbox, followUps } from '#db/schema/follow-ups.ts'
import { aCompany, aStaff, anHrContact } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { runAll } from './run-all.ts'

/** Tuesday 17 November 2026, 10:00 in Torino. */
const TUESDAY = Date.parse('2026-11-17T09:00:00Z')

/** A company with a lead and an HR contact, alone in the network; a clock that the test moves; what is there to look at. */
export function useScene() {
  const db = useTestDatabase({ as: 'worker' })
  let restore: () => void
  const scene = {
    db,
    at: TUESDAY,
    hr: undefined as unknown as HrActor,
    lead: undefined as unknown as StaffActor,
    /** Emits an event and runs it, with all that it sets off. */
    happens: async <T extends Topic>(topic: T, payload: Topics[T]) => {
      await db.asSystem((tx) => emit(tx, topic, payload))
      await runAll()
    },
    /** Every follow-up of the company. */
    plan: () =>
      db.asSystem((tx) => tx.select().from(followUps).where(eq(followUps.companyId, scene.hr.companyId))),
    /** Those of one rule that are still open. */
    planned: async (rule: string) =>
      (await scene.plan()).filter(({ ruleKey, state }) => ruleKey === rule && state === 'planned'),
    mailbox: () => db.asSystem((tx) => tx.select().from(devMailbox).orderBy(devMailbox.at)),
    subjects: async () => (await scene.mailbox()).map(({ subject }) => subject),
  }
  beforeEach(async () => {
    scene.at = TUESDAY
    restore = setClock(() => new Date(scene.at))
    await db.asSystem(async (tx) => {
      await tx.delete(followUps).where(isNotNull(followUps.id))
      await tx.delete(devMailbox).where(isNotNull(devMailbox.messageId))
      await tx.update(users).set({ active: false }).where(isNotNull(users.id))
    })
    scene.lead = await aStaff()
    const { userId: leadUserId, orgId: leadOrgId } = scene.lead
    scene.hr = await anHrContact(await aCompany({ leadUserId, leadOrgId, createdAt: now() }))
  })
  afterEach(() => restore())
  return scene
}

/** The day of an instant, in UTC. */
export const day = (date: Date | undefined) => date?.toISOString().slice(0, 10)
