import { and, asc, eq, gte, inArray, lt, max, ne } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { DAY, WEEK } from '../shared/durations.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type CompanyAtHand = { id: CompanyId; name: string; vatId: string; placeCode: string }

const MOST = 8

/** The companies that somebody most likely has just spoken to: those of her open tasks, the earliest first. */
export async function companiesAtHand(tx: Tx): Promise<CompanyAtHand[]> {
  const { userId } = actingStaff(tx, 'company.relate')
  const due = await tx
    .select({ companyId: followUps.companyId, dueAt: followUps.dueAt })
    .from(followUps)
    .where(
      and(
        eq(followUps.assigneeId, userId),
        eq(followUps.kind, 'task'),
        eq(followUps.state, 'planned'),
        lt(followUps.dueAt, new Date(+now() + 2 * DAY)),
      ),
    )
    .orderBy(asc(followUps.dueAt))
    .limit(5 * MOST)
  const ids = [...new Set(due.map(({ companyId }) => companyId))].slice(0, MOST)
  if (ids.length === 0) return []
  const { id, name, vatId, placeCode } = companies
  const rows = await tx
    .select({ id, name, vatId, placeCode })
    .from(companies)
    .where(inArray(companies.id, ids))
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

export type HeardBy = { at: Date; by: string }

/** Who of the colleagues was last in touch with each company in the last 7 days. */
export async function heardLately(
  tx: Tx,
  companyIds: readonly CompanyId[],
): Promise<Map<CompanyId, HeardBy>> {
  const { userId } = actingStaff(tx, 'company.relate')
  if (companyIds.length === 0) return new Map()
  const rows = await tx
    .select({ companyId: interactions.companyId, by: users.name, at: max(interactions.occurredAt) })
    .from(interactions)
    .innerJoin(users, eq(users.id, interactions.userId))
    .where(
      and(
        inArray(interactions.companyId, [...companyIds]),
        gte(interactions.occurredAt, new Date(+now() - WEEK)),
        ne(interactions.userId, userId),
      ),
    )
    .groupBy(interactions.companyId, users.name)
    .orderBy(asc(max(interactions.occurredAt)))
  return new Map(rows.flatMap(({ companyId, by, at }) => (at ? [[companyId, { by, at }] as const] : [])))
}
