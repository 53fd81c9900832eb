import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { consentStands } from '#app/domain/consent/standing-consent.server.ts'
import { lapseConsents } from '#app/domain/consent/old-consents.server.ts'
import { dayList } from '#app/domain/day/day-list.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { profiles } from '#db/schema/candidates.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let sara: StaffActor
let person: CandidateRef
beforeEach(async () => {
  sara = await aStaff()
  person = await aCandidate({ orgId: sara.orgId, caseManagerId: sara.userId })
})

/** Runs something as many days after she said yes. */
async function after<T>(days: number, work: () => Promise<T>): Promise<T> {
  const at = +now() + days * DAY
  const restore = setClock(() => new Date(at))
  try {
    return await work()
  } finally {
    restore()
  }
}

const inDay = async (who = sara) =>
  (await withActor(who, (tx) => dayList(tx, { page: 1, perPage: 100 }))).lines.flatMap((line) =>
    line.is === 'lapse' ? [line.lapsing.code] : [],
  )
const matchable = () =>
  db.asSystem(async (tx) => {
    const [row] = await tx.select().from(profiles).where(eq(profiles.candidateId, person.candidateId))
    return row?.matchable
  })
const stands = () => db.asSystem((tx) => consentStands(tx, person, 'matching', null))
const events = () =>
  db.asSystem(async (tx) =>
    (await tx.select().from(outbox).where(eq(outbox.topic, 'consent.withdrawn'))).filter(
      ({ payload }) => payload.candidateId === person.candidateId,
    ),
  )

describe('a yes to being looked for', () => {
  it('is in her case manager’s day in its last month, and in nobody else’s', async () => {
    const colleague = await aStaff('case_manager', sara.orgId)
    expect(await after(300, inDay)).toEqual([])
    expect(await after(340, inDay)).toEqual([person.code])
    expect(await after(340, () => inDay(colleague))).toEqual([])
  })

  it('lapses after a year: she leaves the engine, her cards are looked at again, and it is written down', async () => {
    await after(360, () => db.asSystem(lapseConsents))
    expect([await matchable(), await after(360, stands)]).toEqual([true, true])
    await after(370, () => db.asSystem(lapseConsents))
    await after(371, () => db.asSystem(lapseConsents))
    expect([await matchable(), await after(371, stands)]).toEqual([false, false])
    expect(await events()).toHaveLength(1)
    const acts = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, person.candidateId)),
    )
    expect(acts.map(({ action, orgId }) => [action, orgId])).toEqual([['consent.lapsed', person.orgId]])
    expect(await after(372, inDay)).toEqual([])
  })
})
