import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { spendTries } from '#app/domain/accounts/limits.server.ts'
import { issueLoginToken } from '#app/domain/accounts/login-tokens.server.ts'
import { startSession } from '#app/domain/accounts/sessions.server.ts'
import { claimKey } from '#app/domain/idempotency/form-keys.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY, HOUR, MINUTE } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { loginTokens, rateLimits, sessions } from '#db/schema/accounts.ts'
import { idempotencyKeys } from '#db/schema/operations.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aBrowser } from '#tests/support/factories/credentials.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { runDaily } from '#workers/daily.ts'

const db = useTestDatabase({ as: 'worker' })
const START = Date.now()
let restore = () => undefined as void
let anna: StaffActor
let hr: HrActor

/** Moves the product's clock so far from the beginning. */
const after = (ms: number) => {
  restore()
  restore = setClock(() => new Date(START + ms))
}

beforeEach(async () => {
  after(0)
  anna = await aStaff()
  hr = await anHrContact()
})
afterEach(() => restore())

/** The worker sweeps out what has ended, and reads none of it. */
const left = () =>
  db.asOtherLogin(() =>
    db.asSystem(async (tx) => ({
      sessions: (await tx.select().from(sessions)).map(({ userId }) => userId),
      links: await tx.$count(loginTokens),
      tries: await tx.$count(rateLimits),
      keys: await tx.$count(idempotencyKeys),
    })),
  )

describe('the work of the day', () => {
  it('removes ended sessions, old links, counts that are over and answers of forms, and nothing else', async () => {
    const browser = aBrowser()
    await db.asOtherLogin(async () => {
      await db.asSystem(async (tx) => {
        await startSession(tx, { userId: anna.userId, role: anna.role, complete: true, browser })
        await startSession(tx, { userId: hr.userId, role: hr.role, complete: true, browser })
        await issueLoginToken(tx, hr.userId, 'sign_in')
      })
      await spendTries([{ limit: 'address', of: browser.address }])
    })
    await withActor(anna, (tx) => claimKey(tx, 'k'.repeat(24), 'body'))
    const everything = { sessions: [anna.userId, hr.userId], links: 1, tries: 1, keys: 1 }

    after(10 * MINUTE)
    await runDaily()
    expect(await left()).toEqual(everything)

    // She who left her desk has no session any more; a company's contact comes back within the week.
    after(DAY - HOUR)
    await runDaily()
    expect(await left()).toEqual({ ...everything, sessions: [hr.userId], tries: 0 })

    after(DAY + HOUR)
    await runDaily()
    expect(await left()).toEqual({ sessions: [hr.userId], links: 1, tries: 0, keys: 0 })

    // An ended link still asks for another one; after a month nobody holds it any more.
    after(29 * DAY)
    await runDaily()
    expect(await left()).toEqual({ sessions: [], links: 1, tries: 0, keys: 0 })
    after(31 * DAY)
    await runDaily()
    expect(await left()).toEqual({ sessions: [], links: 0, tries: 0, keys: 0 })
  })
})
