import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/companies.ts'
import { lacks, type Lack } from '../companies/lacks.ts'
import { isLacking, lacking } from '../companies/tending.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type LeftAlone = {
  /** How many lack anything at all. */
  total: number
  /** How many lack each; one company may lack several. */
  byLack: Record<Lack, number>
  /** Those whose relationship is worth most. */
  companies: { id: CompanyId; name: string; score: number; lead: string | null; lacks: Lack[] }[]
}

/** The companies that may be approached and that nobody tends at `at`, with the `most` of the highest score. */
export async function companiesLeftAlone(tx: Tx, at: Date, most: number): Promise<LeftAlone> {
  const { id, name, trustScore } = companies
  const where = and(isNull(companies.mergedInto), lacking('any', at))
  const counted = (lack: Lack) => sql<number>`count(*) filter (where ${isLacking(lack, at)})::int`
  const [row] = await tx
    .select({
      total: sql<number>`count(*)::int`,
      lead: counted('lead'),
      next_touch: counted('next_touch'),
      contact: counted('contact'),
    })
    .from(companies)
    .where(where)
  const { total = 0, ...byLack } = row ?? { lead: 0, next_touch: 0, contact: 0 }
  const is = (lack: Lack) => sql<boolean>`${isLacking(lack, at)}`
  const rows = await tx
    .select({
      ...{ id, name, score: trustScore, leadName: users.name },
      ...{ lead: is('lead'), next_touch: is('next_touch'), contact: is('contact') },
    })
    .from(companies)
    .leftJoin(users, eq(users.id, companies.leadUserId))
    .where(where)
    .orderBy(desc(trustScore), sql`lower(${name})`, id)
    .limit(most)
  return {
    ...{ total, byLack },
    companies: rows.map(({ id, name, score, leadName, ...missing }) => ({
      ...{ id, name, score, lead: leadName },
      lacks: lacks.filter((lack) => missing[lack]),
    })),
  }
}
