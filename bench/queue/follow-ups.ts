import { eq, sql } from 'drizzle-orm'
import { releaseDueFollowUps } from '#app/domain/follow-ups/release-follow-ups.server.ts'
import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import { noteDailyDone } from '#app/domain/outbox/heartbeats.server.ts'
import { system } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId, FollowUpId } from '#app/domain/shared/ids.ts'
import { type Tx, withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { outbox } from '#db/schema/operations.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { mendSearchIndex } from '#workers/search-index.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'

/** A key that no rule has: planning a company leaves these rows alone. */
const BENCH_RULE = 'bench'

export const asBench = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withActor(system('bench'), work)

/**
 * So many companies that have had a card and are planned, each with a reminder of its own that is due at `dueAt`.
 * @returns the ids of the reminders.
 */
export async function loadReminders(count: number, dueAt: (index: number) => Date): Promise<FollowUpId[]> {
  const { userId, orgId } = await aStaff()
  const candidate = await aCandidate({ orgId, caseManagerId: userId })
  const ids: FollowUpId[] = []
  for (let index = 0; index < count; index += 1) {
    const companyId = await aCompany({ leadUserId: userId, leadOrgId: orgId })
    const { contactId } = await anHrContact(companyId)
    const old = new Date(+now() - 3 * DAY)
    const openingId = await anOpening({ companyId, postedAt: old, createdAt: old })
    const { cardId } = await aCard({ companyId, contactId, openingId, proposedBy: userId, candidate })
    const id = newId<FollowUpId>()
    await asBench(async (tx) => {
      await scheduleFollowUps(tx, companyId)
      // What else is planned for the company must not leave while the clock runs.
      await tx.update(followUps).set({ releasedAt: now() }).where(eq(followUps.companyId, companyId))
      await tx.insert(followUps).values({
        ...{ id, ruleKey: BENCH_RULE, subjectType: 'card', subjectId: cardId, companyId, contactId },
        ...{ kind: 'message', template: 'proposal_reminder', dueAt: dueAt(index), createdAt: now() },
      })
    })
    ids.push(id)
  }
  await asBench((tx) =>
    tx
      .update(outbox)
      .set({ state: 'done' })
      .where(sql`true`),
  )
  // What a worker does once a day and once after rows came in past the commands is no part of a follow-up.
  await asBench(noteDailyDone)
  await mendSearchIndex()
  return ids
}

/** Reminders that wait for a day to come, written in one statement: the crowd among which a due one is found. */
export async function loadCrowd(count: number): Promise<void> {
  const companyId: CompanyId = await aCompany()
  await asBench((tx) =>
    tx.execute(sql`insert into follow_ups
      (id, rule_key, subject_type, subject_id, occurrence, company_id, kind, template, due_at, created_at)
      select gen_random_uuid(), 'crowd', 'card', gen_random_uuid(), n, ${companyId}, 'message', 'proposal_reminder',
        now() + interval '1 day' + n * interval '1 second', now()
      from generate_series(1, ${count}::int) n`),
  )
}

/** Commits what is due to the outbox. @returns how many. */
export async function releaseAll(): Promise<number> {
  let released = 0
  for (;;) {
    const batch = await asBench((tx) => releaseDueFollowUps(tx, 100))
    if (batch === 0) return released
    released += batch
  }
}
