import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { UserId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

useTestDatabase()

it('runs no statement of the work if the database could not be told who acts, however late it comes', async () => {
  const staff = await aStaff()
  const answers: unknown[] = []
  const failing = withActor({ ...staff, userId: 'no\0body' as UserId }, async (tx) => {
    for (const wait of [0, 50]) {
      await pause(wait)
      answers.push(await tx.execute(sql`select 1`).catch((error: unknown) => error))
    }
    throw new Error('what comes of it')
  })
  await expect(failing).rejects.toThrow(/set_config/)
  const aborted: unknown = expect.stringContaining('current transaction is aborted')
  expect(answers.map((answer) => String((answer as Error).cause))).toEqual([aborted, aborted])
})

it('has told it before the first of several statements at once', async () => {
  const staff = await aStaff()
  const told = await withActor(staff, (tx) =>
    Promise.all([1, 2, 3].map(() => tx.execute(sql`select current_setting('app.role') as role`))),
  )
  expect(told.flat()).toEqual([1, 2, 3].map(() => ({ role: 'case_manager' })))
})

it('ends with what the work threw before its first statement, and the connection serves the next', async () => {
  const staff = await aStaff()
  const throwing = (): never => {
    throw new Error('no such id')
  }
  await expect(withActor(staff, throwing)).rejects.toThrow('no such id')
  expect(await withActor(staff, (tx) => tx.execute(sql`select current_setting('app.role') as role`))).toEqual(
    [{ role: 'case_manager' }],
  )
})
