import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asOurselves } from '#app/domain/shared/as-ourselves.server.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { users } from '#db/schema/accounts.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

useTestDatabase()

const roleIn = async (tx: Tx) => {
  const [row] = await tx.execute<{ role: string }>(sql`select current_setting('app.role') as role`)
  return row?.role
}

describe('acting as one of our own processes', () => {
  it('lasts for the length of the work', async () => {
    const actor = await aStaff()
    const roles = await withActor(actor, async (tx) => [
      await roleIn(tx),
      await asOurselves(tx, () => roleIn(tx)),
      await roleIn(tx),
    ])
    expect(roles).toEqual(['case_manager', 'system', 'case_manager'])
  })

  it('goes on after a piece of work inside it has ended', async () => {
    const actor = await aStaff()
    const roles = await withActor(actor, (tx) =>
      asOurselves(tx, async () => {
        await asOurselves(tx, () => roleIn(tx))
        return roleIn(tx)
      }),
    )
    expect(roles).toBe('system')
  })

  it('ends when the work refuses', async () => {
    const actor = await aStaff()
    await withActor(actor, async (tx) => {
      await expect(asOurselves(tx, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
      expect(await roleIn(tx)).toBe('case_manager')
    })
  })

  it('gives on the failure that the database had, not the one of giving back', async () => {
    const actor = await aStaff()
    const failing = withActor(actor, (tx) =>
      asOurselves(tx, () => tx.insert(users).values({ email: 'x' } as typeof users.$inferInsert)),
    )
    await expect(failing).rejects.toThrow(/Failed query: insert into "users"/)
  })
})
