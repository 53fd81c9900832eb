import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { refreshOpening } from '#app/domain/standing/refresh-opening.server.ts'
import { refreshPerson } from '#app/domain/standing/refresh-person.server.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase({ as: 'worker' })
const LOCK_TIMEOUT = '55P03'

/** What becomes of some work while another transaction refreshes an opening. */
const beside = (held: OpeningId, work: (tx: Tx) => Promise<unknown>) =>
  db.asSystem(async (tx) => {
    await refreshOpening(tx, held)
    const other = db.asSystem(async (second) => {
      await second.execute(sql`set local lock_timeout = '200ms'`)
      await work(second)
    })
    return other.then(
      () => 'done',
      (error: Error) => (error.cause as { code?: string } | undefined)?.code,
    )
  })

describe('refreshes at the same time', () => {
  it('of two openings go side by side; of one, or of a person who may stand on all, one after the other', async () => {
    const [one, other] = [await anOpening(), await anOpening()]
    const person = await aCandidate()
    expect(await beside(one, (tx) => refreshOpening(tx, other))).toBe('done')
    expect(await beside(one, (tx) => refreshOpening(tx, one))).toBe(LOCK_TIMEOUT)
    expect(await beside(one, (tx) => refreshPerson(tx, person))).toBe(LOCK_TIMEOUT)
  })
})
