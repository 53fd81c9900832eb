import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { personKey } from '#app/domain/candidates/person-key.server.ts'
import { isMet } from '#app/domain/companies/human-contact.server.ts'
import { trustToday } from '#app/domain/trust/trust-today.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { companies, companyVerifications, contacts, interactions } from '#db/schema/companies.ts'
import { cardAttributes } from '#db/schema/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase({ demo: true })

describe('the demo network is believable', () => {
  it('approves no company before somebody has spoken to it', async () => {
    await db.asSystem(async (tx) => {
      const talks = await tx.select().from(interactions).where(isMet)
      const approvals = await tx
        .select()
        .from(companyVerifications)
        .where(eq(companyVerifications.decision, 'approved'))
      expect(approvals.length).toBeGreaterThan(100)
      const early = approvals.filter(
        ({ companyId, at }) => !talks.some((talk) => talk.companyId === companyId && talk.occurredAt < at),
      )
      expect(early).toEqual([])
    })
  })

  it('has no two people of one name, neither accompanied nor at companies', async () => {
    await db.asSystem(async (tx) => {
      const names: string[] = []
      for (const { orgId, id, firstName, lastName } of await tx.select().from(candidates)) {
        const key = await personKey(tx, { orgId, candidateId: id })
        names.push(`${key.open('first_name', firstName)} ${key.open('last_name', lastName)}`)
      }
      expect(new Set(names).size).toBe(names.length)
      const atCompanies = (await tx.select().from(contacts)).map(({ name }) => name)
      expect(new Set(atCompanies).size).toBe(atCompanies.length)
    })
  })

  it('has relationships that warm and others that cool', async () => {
    await db.asSystem(async (tx) => {
      const firms = await tx.select().from(companies)
      const ids = firms.map(({ id }) => id)
      const slopes = [...(await trustToday(tx, ids, now())).values()].map(({ slope }) => slope)
      const heading = (...which: string[]) => slopes.filter((slope) => which.includes(slope)).length
      expect(heading('warming')).toBeGreaterThanOrEqual(5)
      expect(heading('warming')).toBeLessThanOrEqual(12)
      expect(heading('cooling', 'at_risk')).toBeGreaterThanOrEqual(6)
      expect(heading('steady')).toBeGreaterThan(firms.length / 2)
    })
  })

  it('sends cards of which two in five at least say more than a field of work', async () => {
    await db.asSystem(async (tx) => {
      const sent = await tx
        .select({ says: sql<string[]>`array_agg(${cardAttributes.attribute})` })
        .from(cardAttributes)
        .groupBy(cardAttributes.cardId)
      const telling = sent.filter(({ says }) => !says.includes('profession_group'))
      expect(telling.length / sent.length).toBeGreaterThanOrEqual(0.4)
    })
  })
})
