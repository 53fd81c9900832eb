import { and, asc, eq, inArray } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** What comes next with a company, when, and whose turn it is: a person's, nobody's yet, or a message by itself. */
export type NextTouch = {
  kind: 'message' | 'task'
  ruleKey: string | null
  template: string
  title: string
  dueAt: Date
  by: string | null
}

/** The earliest open follow-up of each company. */
export async function nextTouches(
  tx: Tx,
  companyIds: readonly CompanyId[],
): Promise<Map<CompanyId, NextTouch>> {
  if (companyIds.length === 0) return new Map()
  const rows = await tx
    .selectDistinctOn([followUps.companyId], {
      companyId: followUps.companyId,
      kind: followUps.kind,
      ruleKey: followUps.ruleKey,
      template: followUps.template,
      title: followUps.title,
      dueAt: followUps.dueAt,
      by: users.name,
    })
    .from(followUps)
    .leftJoin(users, eq(users.id, followUps.assigneeId))
    .where(and(inArray(followUps.companyId, [...companyIds]), eq(followUps.state, 'planned')))
    .orderBy(followUps.companyId, asc(followUps.dueAt), followUps.id)
  return new Map(rows.map(({ companyId, ...touch }) => [companyId, touch]))
}
