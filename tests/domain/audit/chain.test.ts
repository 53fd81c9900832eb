import fc from 'fast-check'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { hashOf } from '#app/domain/audit/chain.server.ts'
import { audit } from '#app/domain/audit/record.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { auditLog } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const rowsOf = ({ orgId }: StaffActor) =>
  db.asSystem((tx) =>
    tx
      .select({ row: auditLog, at: sql<string>`extract(epoch from ${auditLog.at})::text` })
      .from(auditLog)
      .where(eq(auditLog.orgId, orgId))
      .orderBy(auditLog.seq),
  )

describe('the hash of an entry', () => {
  test('is the one the database wrote, whatever the words', async () => {
    const anna = await aStaff()
    const words = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), 60)
    const writable = words
      .map((word) => word.replaceAll(/[\0\ud800-\udfff]/g, ''))
      .concat('"\\/\b\f\n\r\t\u2028\u007f')
    await withActor(anna, async (tx) => {
      for (const word of writable)
        await audit(tx, { action: word, subjectType: word, subjectId: word.length > 5 ? word : null })
    })
    const rows = await rowsOf(anna)
    expect(rows).toHaveLength(writable.length)
    for (const { row, at } of rows) expect(hashOf(row.prevHash, { ...row, at })).toBe(row.hash)
  })
})

describe('writers of one organisation at once', () => {
  test('make one chain without a fork or a gap, whoever of them fails', async () => {
    const anna = await aStaff()
    const write = async (failing: boolean) =>
      withActor(anna, async (tx) => {
        await audit(tx, { action: 'test.written', subjectType: 'test', subjectId: newId<string>() })
        if (failing) throw new Error('meant to')
      })
    const ended = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => write(n % 4 === 0)))
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
    const rows = (await rowsOf(anna)).map(({ row }) => row)
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
    for (const [index, row] of rows.entries())
      expect(row.prevHash).toBe(rows[index - 1]?.hash ?? '0'.repeat(64))
  })

  test('who write to several chains in crossed orders do not wait for each other for ever', async () => {
    const [one, other] = [await aStaff(), await aStaff()]
    const write = (orgs: StaffActor[]) =>
      withActor(one, async (tx) => {
        for (const { orgId } of orgs) await audit(tx, { action: 'test.crossed', subjectType: 'test', orgId })
      })
    const ways = Array.from({ length: 20 }, (_, n) => write(n % 2 === 0 ? [one, other] : [other, one]))
    expect((await Promise.allSettled(ways)).filter(({ status }) => status === 'rejected')).toEqual([])
    expect(await rowsOf(one)).toHaveLength(20)
    expect(await rowsOf(other)).toHaveLength(20)
  })
})
