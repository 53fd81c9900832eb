import { and, desc, eq, inArray, max, sql } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { authorise } from '../access/authorise.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** What coordinators are told of a company: cards over the limits, as a probe would need, and cards that would point at somebody. */
export const companyNoticeKinds = ['card_over_limit', 'card_too_telling'] as const
export type CompanyNoticeKind = (typeof companyNoticeKinds)[number]

export type CompanyNotice = {
  companyId: CompanyId
  company: string
  kind: CompanyNoticeKind
  at: Date
  /** One of the coordinators has seen to it. */
  settled: boolean
}

const SHOWN = 50

/**
 * Companies to which a card was refused for the sake of many, the latest first, with whether one of the coordinators has seen
 * to it. Of whom the card was, is told to nobody.
 */
export async function companyNotices(tx: Tx): Promise<CompanyNotice[]> {
  authorise(tx, 'network.read')
  const day = sql`(${followUps.createdAt} at time zone 'Europe/Rome')::date`
  const at = max(followUps.createdAt)
  const rows = await tx
    .select({
      companyId: followUps.companyId,
      company: companies.name,
      kind: sql<CompanyNoticeKind>`${followUps.ruleKey}`,
      at,
      settled: sql<boolean>`bool_or(${followUps.state} = 'done')`,
    })
    .from(followUps)
    .innerJoin(companies, eq(companies.id, followUps.companyId))
    .where(and(inArray(followUps.ruleKey, [...companyNoticeKinds]), eq(followUps.kind, 'task')))
    // Each coordinator has a task of her own about the same matter.
    .groupBy(followUps.companyId, companies.name, followUps.ruleKey, day)
    .orderBy(desc(at))
    .limit(SHOWN)
  return rows.flatMap((row) => (row.at ? [{ ...row, at: row.at }] : []))
}
