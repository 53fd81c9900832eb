import { and, eq, gt, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import { companies, interactions } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { DAY } from '../shared/durations.ts'
import type { UserId } from '../shared/ids.ts'
import { SILENCE_AFTER } from '../trust/silence.ts'
import type { Standing } from '../trust/standing.ts'
import type { Lack, LackFilter } from './lacks.ts'

const instant = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`

/** As `standingOf` tells it of one row. */
export function stands(standing: Standing, at: Date): SQL | undefined {
  const paused = and(eq(companies.doNotContact, false), gt(companies.pausedUntil, at))
  if (standing === 'do_not_contact') return eq(companies.doNotContact, true)
  if (standing === 'paused') return paused
  const over = or(isNull(companies.pausedUntil), sql`${companies.pausedUntil} <= ${instant(at)}`)
  return and(eq(companies.doNotContact, false), over)
}

const planned = sql`exists (select 1 from ${followUps}
  where ${followUps.companyId} = ${companies.id} and ${followUps.state} = 'planned')`

/** As `lacksOf` tells it of one row, whatever the company's standing. */
export function isLacking(lack: Lack, at: Date): SQL {
  if (lack === 'lead') return sql`${companies.leadUserId} is null`
  if (lack === 'next_touch') return sql`not ${planned}`
  const since = instant(new Date(+at - SILENCE_AFTER))
  return sql`coalesce(${companies.lastContactAt}, ${companies.createdAt}) < ${since}`
}

/** Companies that may be approached and lack something that keeps a relationship alive. */
export function lacking(lack: LackFilter, at: Date): SQL | undefined {
  const missing =
    lack === 'any'
      ? or(isLacking('lead', at), isLacking('contact', at), isLacking('next_touch', at))
      : isLacking(lack, at)
  return and(stands('open', at), ne(companies.verification, 'rejected'), missing)
}

/** Nobody leads it, or nobody has anything planned for a company that has been silent for 60 days. */
export const isUnattended = (at: Date): SQL | undefined =>
  and(
    stands('open', at),
    or(isLacking('lead', at), and(isLacking('contact', at), isLacking('next_touch', at))),
  )

/** Who knows a company shows in the contacts of a year. */
const KNOWN_SPAN = 365 * DAY

/** The condition on `interactions` that somebody was reached in the last 12 months. */
export const reachedLately = (at: Date): SQL =>
  sql`${interactions.outcome} <> 'no_answer' and ${interactions.occurredAt} >= ${instant(new Date(+at - KNOWN_SPAN))}`

/** Companies that only one person of the network reached in the last 12 months: `userId`. */
export const knownOnlyTo = (userId: UserId, at: Date): SQL =>
  sql`${companies.id} in (select ${interactions.companyId} from ${interactions} where ${reachedLately(at)}
    group by ${interactions.companyId} having bool_and(${interactions.userId} = ${userId}))`
