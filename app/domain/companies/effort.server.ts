import { desc, eq, sql } from 'drizzle-orm'
import { organisations } from '#db/schema/accounts.ts'
import { interactions } from '#db/schema/companies.ts'
import { DAY } from '../shared/durations.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

const YEAR = 365 * DAY

export type Effort = {
  minutes: number
  lastYear: number
  contacts: number
  byOrg: { org: string; minutes: number }[]
}

/** The minutes that the network has spent on a company: in all, in the last 365 days, and by organisation. */
export async function effortOf(tx: Tx, companyId: CompanyId, at: Date): Promise<Effort> {
  const since = new Date(+at - YEAR).toISOString()
  const minutes = sql<number>`sum(${interactions.minutes})::int`
  const rows = await tx
    .select({
      org: organisations.name,
      minutes,
      lastYear: sql<number>`coalesce(sum(${interactions.minutes}) filter (where ${interactions.occurredAt} >= ${since}::timestamptz), 0)::int`,
      contacts: sql<number>`count(*)::int`,
    })
    .from(interactions)
    .innerJoin(organisations, eq(organisations.id, interactions.orgId))
    .where(eq(interactions.companyId, companyId))
    .groupBy(organisations.name)
    .orderBy(desc(minutes))
  const total = (count: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + count(row), 0)
  return {
    minutes: total((row) => row.minutes),
    lastYear: total((row) => row.lastYear),
    contacts: total((row) => row.contacts),
    byOrg: rows.map(({ org, minutes }) => ({ org, minutes })),
  }
}
