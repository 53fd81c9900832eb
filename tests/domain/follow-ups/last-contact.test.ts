import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { atLocal, localDate } from '#app/domain/calendar/rome.ts'
import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import { mondayOf } from '#app/domain/proposals/monday.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { cards } from '#db/schema/proposals.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const daysAgo = (days: number) => new Date(+now() - days * DAY)
const lastContactOf = async (companyId: CompanyId) => {
  await db.asSystem((tx) => scheduleFollowUps(tx, companyId))
  const [row] = await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, companyId)))
  return row?.lastContactAt ?? null
}

describe('the last real contact', () => {
  test('is an opening that the company posted, and never earlier than what was logged', async () => {
    const companyId = await aCompany({ lastContactAt: null })
    const postedAt = daysAgo(9)
    await anOpening({ companyId, postedAt })
    expect(await lastContactOf(companyId)).toEqual(postedAt)
    const logged = daysAgo(2)
    await db.asSystem((tx) =>
      tx.update(companies).set({ lastContactAt: logged }).where(eq(companies.id, companyId)),
    )
    expect(await lastContactOf(companyId)).toEqual(logged)
  })

  test('is a card that was answered, by its week alone, and not one that was only sent', async () => {
    const manager = await aStaff()
    const companyId = await aCompany({ lastContactAt: null })
    const { contactId } = await anHrContact(companyId)
    const posted = daysAgo(40)
    const openingId = await anOpening({ companyId, postedAt: posted, createdAt: posted })
    const candidate = await aCandidate({ orgId: manager.orgId, caseManagerId: manager.userId })
    const card = { companyId, contactId, openingId, proposedBy: manager.userId, candidate }
    const { cardId } = await aCard({ ...card, card: { sentAt: daysAgo(20) } })
    expect(await lastContactOf(companyId)).toEqual(posted)
    const answeredAt = daysAgo(10)
    await db.asSystem((tx) =>
      tx.update(cards).set({ state: 'answered', answer: 'talk', answeredAt }).where(eq(cards.id, cardId)),
    )
    expect(await lastContactOf(companyId)).toEqual(atLocal(mondayOf(localDate(answeredAt)), '00:00'))
  })
})
