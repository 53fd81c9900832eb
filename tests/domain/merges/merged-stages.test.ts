import { and, eq, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { mergeCompanies } from '#app/domain/merges/merge-companies.server.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { outbox } from '#db/schema/operations.ts'
import { meetings } from '#db/schema/stages.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { arrange, aWelcomedCard, say } from '#tests/support/met-person.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { aWealthyCompany } from './possessions.ts'

const db = useTestDatabase()

it('somebody who was to meet the one is not brought to the other: the meeting ends, and is called off', async () => {
  const giulia = await aStaff()
  const welcomed = await aWelcomedCard(giulia)
  await say(welcomed, 'company', welcomed.hr.companyId)
  await arrange(welcomed)
  const { id: into } = await aWealthyCompany(giulia)
  const coordinator = await aStaff('coordinator')
  await withActor(coordinator, (tx) =>
    mergeCompanies(tx, { from: welcomed.hr.companyId, into, lead: 'into', reason: 'Scritta due volte' }),
  )
  const rows = await db.asSystem((tx) =>
    tx.select().from(meetings).where(eq(meetings.cardId, welcomed.cardId)),
  )
  expect(rows).toMatchObject([{ endedWhy: 'merged', companyId: welcomed.hr.companyId }])
  const told = await db.asSystem((tx) =>
    tx.$count(
      outbox,
      and(eq(outbox.topic, 'meeting.called_off'), sql`payload ->> 'cardId' = ${welcomed.cardId}`),
    ),
  )
  expect(told).toBe(1)
})
