import { desc, isNull, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { authorise } from '../access/authorise.server.ts'
import { torinoCalendar } from '../calendar/working-days.server.ts'
import { differences, dryRun, type Difference } from '../follow-ups/dry-run.ts'
import { gatherFacts } from '../follow-ups/gather-facts.server.ts'
import type { FollowUpRule } from '../follow-ups/rule.ts'
import { defaultRule, changedRule } from '../follow-ups/rules.ts'
import { changesInForce } from '../follow-ups/rules-in-force.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DAY, SECOND } from '../shared/durations.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** A month is what people remember. */
const LOOKS_BACK = 30 * DAY
/** Nobody waits longer for an answer that is meant to help her to decide. */
const MOST_TIME = 6 * SECOND
const MOST_COMPANIES = 2000
const MOST_SHOWN = 20

export type RuleDryRun = {
  from: Date
  to: Date
  companies: number
  /** There are more companies than it had time for. */
  partial: boolean
  before: number
  after: number
  added: number
  removed: number
  moved: number
  total: number
  /** The first ones in order of time, each with its company. */
  first: (Difference & { company: { id: CompanyId; name: string } })[]
}

/**
 * What a rule as it is now, and as it is wanted, would have brought about last month, company by company, beginning with
 * those most recently in touch. Nothing is written. A coordinator reads companies, days and kinds: the facts about
 * placements are read for her as one of our own processes, and no person leaves with the answer.
 */
export async function dryRunRule(tx: Tx, wanted: FollowUpRule): Promise<RuleDryRun> {
  authorise(tx, 'trust.configure')
  const to = now()
  const from = new Date(+to - LOOKS_BACK)
  const fallback = defaultRule(wanted.key) ?? wanted
  const current = changedRule(fallback, (await changesInForce(tx))[wanted.key])
  const { id, name, lastContactAt } = companies
  const all = await tx
    .select({ id, name })
    .from(companies)
    .where(isNull(companies.mergedInto))
    .orderBy(sql`${desc(lastContactAt)} nulls last`, id)
    .limit(MOST_COMPANIES + 1)
  const span = { from, to, calendar: torinoCalendar }
  // What has come due since a rule was switched on counts from then; in a dry run it was never off.
  const [old, fresh] = [
    { ...current, since: undefined },
    { ...wanted, since: undefined },
  ]
  const found: RuleDryRun['first'] = []
  const counts = { companies: 0, before: 0, after: 0 }
  const begun = performance.now()
  await asOurselves(tx, async () => {
    for (const company of all.slice(0, MOST_COMPANIES)) {
      if (performance.now() - begun > MOST_TIME) break
      const facts = (await gatherFacts(tx, company.id, to))?.facts ?? []
      const [was, is] = [dryRun(facts, old, span), dryRun(facts, fresh, span)]
      counts.companies++
      counts.before += was.length
      counts.after += is.length
      found.push(...differences(was, is).map((difference) => ({ ...difference, company })))
    }
  })
  const when = ({ before, after }: Difference) => +(after ?? before ?? { at: 0 }).at
  return {
    ...{ from, to, ...counts, partial: counts.companies < all.length, total: found.length },
    added: found.filter(({ before }) => before === null).length,
    removed: found.filter(({ after }) => after === null).length,
    moved: found.filter(({ before, after }) => before && after).length,
    first: found.sort((a, b) => when(a) - when(b)).slice(0, MOST_SHOWN),
  }
}
