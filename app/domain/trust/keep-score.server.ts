import { asc, eq, inArray, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { trustToday } from './trust-today.server.ts'
import type { TrustToday } from './weight-impact.ts'

/**
 * Computes a company's score and slope anew from its whole history and keeps them on its row, for lists to sort and
 * filter by.
 */
export async function keepScore(tx: Tx, companyId: CompanyId): Promise<void> {
  await keepScores(tx, [companyId])
}

/** `keepScore` of several companies, in as many statements as for one. `at` is the day they are computed for. */
export async function keepScores(tx: Tx, companyIds: readonly CompanyId[], at = now()): Promise<void> {
  if (companyIds.length === 0) return
  await asOurselves(tx, async () => {
    // Whoever comes second waits here for the first to commit, and then counts its event too.
    const own = inArray(companies.id, [...companyIds])
    await tx.select({ id: companies.id }).from(companies).where(own).orderBy(asc(companies.id)).for('update')
    const today = await trustToday(tx, companyIds, at)
    const [only] = today
    if (today.size === 1 && only) await keepOne(tx, only, at)
    else if (only) await keepMany(tx, today, at)
  })
}

async function keepOne(tx: Tx, [id, { score, slope }]: [CompanyId, TrustToday], at: Date): Promise<void> {
  await tx
    .update(companies)
    .set({ trustScore: score, trustSlope: slope, trustScoreAt: at })
    .where(eq(companies.id, id))
}

async function keepMany(tx: Tx, today: ReadonlyMap<CompanyId, TrustToday>, at: Date): Promise<void> {
  const rows = JSON.stringify([...today].map(([id, kept]) => ({ id, ...kept })))
  await tx.execute(sql`update ${companies} set trust_score = kept.score, trust_slope = kept.slope,
      trust_score_at = ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as kept (id uuid, score numeric, slope text)
    where ${companies.id} = kept.id`)
}
