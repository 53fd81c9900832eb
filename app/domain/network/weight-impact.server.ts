import { desc, isNull, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { authorise } from '../access/authorise.server.ts'
import { SECOND } from '../shared/durations.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { KindRule, TrustKind } from '../trust/event-kinds.ts'
import { trustHistories, trustKindsInForce } from '../trust/trust-history.server.ts'
import { overdueOf } from '../trust/trust-today.server.ts'
import { summaryOf, todayOf, type Impact, type ImpactSummary } from '../trust/weight-impact.ts'

/** Nobody waits longer for an answer that is meant to help her to decide. */
const MOST_TIME = 6 * SECOND
/** Their histories fit into memory. */
const PAGE = 250
const MOST_SHOWN = 10

type Company = { id: CompanyId; name: string }
export type WeightImpact = ImpactSummary<Company> & {
  /** There are more companies than it had time for. */
  partial: boolean
}

/**
 * What the scores of today would be if `kind` counted as `wanted`, company by company, beginning with those most recently in
 * touch. Nothing is written.
 */
export async function weightImpact(tx: Tx, kind: TrustKind, wanted: KindRule): Promise<WeightImpact> {
  authorise(tx, 'trust.configure')
  const at = now()
  const before = await trustKindsInForce(tx)
  const after = { ...before, [kind]: wanted }
  const { id, name, lastContactAt } = companies
  const all: Company[] = await tx
    .select({ id, name })
    .from(companies)
    .where(isNull(companies.mergedInto))
    .orderBy(sql`${desc(lastContactAt)} nulls last`, id)
  const impacts: Impact<Company>[] = []
  const begun = performance.now()
  for (let from = 0; from < all.length && performance.now() - begun < MOST_TIME; from += PAGE) {
    const page = all.slice(from, from + PAGE)
    const ids = page.map((company) => company.id)
    const histories = await trustHistories(tx, ids, at)
    const dueOf = await overdueOf(tx, ids, at)
    for (const company of page) {
      const events = histories.get(company.id) ?? []
      const due = dueOf.get(company.id) ?? []
      const [was, is] = [todayOf(events, due, at, before), todayOf(events, due, at, after)]
      impacts.push({ company, before: was, after: is })
    }
  }
  return { ...summaryOf(impacts, MOST_SHOWN), partial: impacts.length < all.length }
}
