import { and, eq, gt } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Whether a task of that name was left about a company within `span` milliseconds: the same matter is told once. */
export async function toldLately(tx: Tx, rule: string, companyId: CompanyId, span: number): Promise<boolean> {
  const told = and(
    eq(followUps.ruleKey, rule),
    eq(followUps.companyId, companyId),
    gt(followUps.createdAt, new Date(+now() - span)),
  )
  return (await tx.$count(followUps, told)) > 0
}
