import { and, count, eq, gt, gte, isNull, ne, or, sum } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { organisations } from '#db/schema/accounts.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { stories, testimonials } from '#db/schema/stories.ts'
import { authorise } from '../access/authorise.server.ts'
import { openingStates, type OpeningState } from '../openings/states.ts'
import { provinceCodes, type Province } from '../places/areas.ts'
import { placeByCode } from '../places/places.server.ts'
import { DAY } from '../shared/durations.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { trustSlopes, type TrustSlope } from '../trust/slope.ts'
import { trustStages, type TrustStage } from '../trust/stages.ts'
import { readFunnel } from './funnel.server.ts'

/** Effort is told over a year: a funder's period, and long enough for seasons to even out. */
const EFFORT_SPAN = 365 * DAY

const tally = <Key extends string>(keys: readonly Key[], seen: readonly (string | undefined)[]) =>
  keys.map((key) => ({ key, total: seen.filter((value) => value === key).length }))

/**
 * The network at a glance, for its coordinators: where employers stand, what they offer, what the work cost and what
 * came of it. Employers are counted exactly; persons only as `readFunnel` lets them out.
 */
export async function networkOverview(tx: Tx) {
  authorise(tx, 'network.read')
  const at = now()
  const rows = await tx
    .select({
      stage: companies.stage,
      slope: companies.trustSlope,
      sector: companies.sector,
      placeCode: companies.placeCode,
      verification: companies.verification,
    })
    .from(companies)
    .where(and(ne(companies.verification, 'rejected'), isNull(companies.mergedInto)))
  const sectors = new Set(rows.map(({ sector }) => sector))
  return {
    companies: rows.length,
    waiting: rows.filter(({ verification }) => verification === 'pending').length,
    ladder: tally<TrustStage>(
      trustStages,
      rows.map(({ stage }) => stage),
    ),
    heading: tally<TrustSlope>(
      trustSlopes,
      rows.map(({ slope }) => slope),
    ),
    provinces: tally<Province>(
      provinceCodes,
      rows.map(({ placeCode }) => placeByCode(placeCode)?.province),
    ),
    sectors: tally(
      [...sectors],
      rows.map(({ sector }) => sector),
    ).toSorted((a, b) => b.total - a.total),
    openings: await openingsByState(tx),
    testimonials: await testimonialsAccepted(tx),
    storiesPublished: await storiesPublished(tx),
    effort: await effortSince(tx, new Date(+at - EFFORT_SPAN)),
    funnel: await readFunnel(tx),
  }
}

/** Openings that were posted, by state: a draft is the company's own business. */
async function openingsByState(tx: Tx) {
  const rows = await tx
    .select({ state: openings.state, total: count() })
    .from(openings)
    .groupBy(openings.state)
  const posted = openingStates.filter((state): state is Exclude<OpeningState, 'draft'> => state !== 'draft')
  return posted.map((key) => ({ key, total: rows.find(({ state }) => state === key)?.total ?? 0 }))
}

async function testimonialsAccepted(tx: Tx) {
  const [row] = await tx
    .select({ total: count() })
    .from(testimonials)
    .where(
      and(
        eq(testimonials.state, 'accepted'),
        or(isNull(testimonials.validUntil), gt(testimonials.validUntil, now())),
      ),
    )
  return row?.total ?? 0
}

async function storiesPublished(tx: Tx) {
  const [row] = await tx.select({ total: count() }).from(stories).where(eq(stories.state, 'published'))
  return row?.total ?? 0
}

/** Minutes logged since `from`, by organisation and by the stage that the company stands on today. */
async function effortSince(tx: Tx, from: Date) {
  const minutes = sum(interactions.minutes).mapWith(Number)
  const byOrganisation = await tx
    .select({ name: organisations.name, minutes })
    .from(interactions)
    .innerJoin(organisations, eq(organisations.id, interactions.orgId))
    .where(gte(interactions.occurredAt, from))
    .groupBy(organisations.id)
  const byStage = await tx
    .select({ stage: companies.stage, minutes })
    .from(interactions)
    .innerJoin(companies, eq(companies.id, interactions.companyId))
    .where(gte(interactions.occurredAt, from))
    .groupBy(companies.stage)
  return {
    byOrganisation: byOrganisation.toSorted(
      (a, b) => b.minutes - a.minutes || a.name.localeCompare(b.name, 'it'),
    ),
    byStage: trustStages.map((key) => ({
      key,
      minutes: byStage.find(({ stage }) => stage === key)?.minutes ?? 0,
    })),
  }
}
