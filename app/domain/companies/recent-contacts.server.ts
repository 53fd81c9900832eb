import { and, asc, desc, eq, gte, isNull, lte, ne, or } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { interactions } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { WEEK } from '../shared/durations.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { InteractionKind, InteractionOutcome } from './interaction-kinds.ts'

export type RecentContacts = {
  did: { kind: InteractionKind; outcome: InteractionOutcome; at: Date; by: string; org: string }[]
  /** Tasks of colleagues, or of nobody yet: `title` by hand, else the text of `template`. */
  plan: { template: string; title: string; dueAt: Date; by: string | null; org: string | null }[]
}

/** Enough to think twice; the timeline has the rest. */
const MOST = 3

/**
 * What colleagues did with a company in the last 7 days or plan for the next 7: read before one logs or schedules a
 * contact, so that two people do not call the same firm unknowingly.
 */
export async function recentContacts(tx: Tx, companyId: CompanyId): Promise<RecentContacts> {
  const { userId } = actingStaff(tx, 'company.relate')
  const at = now()
  const before = new Date(+at - WEEK)
  const after = new Date(+at + WEEK)
  const did = await tx
    .select({
      kind: interactions.kind,
      outcome: interactions.outcome,
      at: interactions.occurredAt,
      by: users.name,
      org: organisations.name,
    })
    .from(interactions)
    .innerJoin(users, eq(users.id, interactions.userId))
    .innerJoin(organisations, eq(organisations.id, interactions.orgId))
    .where(
      and(
        eq(interactions.companyId, companyId),
        gte(interactions.occurredAt, before),
        ne(interactions.userId, userId),
      ),
    )
    .orderBy(desc(interactions.occurredAt))
    .limit(MOST)
  const plan = await tx
    .select({
      template: followUps.template,
      title: followUps.title,
      dueAt: followUps.dueAt,
      by: users.name,
      org: organisations.name,
    })
    .from(followUps)
    .leftJoin(users, eq(users.id, followUps.assigneeId))
    .leftJoin(organisations, eq(organisations.id, followUps.assigneeOrgId))
    .where(
      and(
        eq(followUps.companyId, companyId),
        eq(followUps.kind, 'task'),
        eq(followUps.state, 'planned'),
        gte(followUps.dueAt, before),
        lte(followUps.dueAt, after),
        or(isNull(followUps.assigneeId), ne(followUps.assigneeId, userId)),
      ),
    )
    .orderBy(asc(followUps.dueAt))
    .limit(MOST)
  return { did, plan }
}
