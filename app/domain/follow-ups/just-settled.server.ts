import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { isUndoable } from './reopen-follow-up.server.ts'

/** The task that somebody has just settled or skipped and may still take back; null for any other. */
export async function justSettled(tx: Tx, id: FollowUpId) {
  const { userId } = actingStaff(tx, 'follow_up.act')
  const [found] = await tx
    .select({ row: followUps, company: companies.name })
    .from(followUps)
    .innerJoin(companies, eq(companies.id, followUps.companyId))
    .where(and(eq(followUps.id, id), eq(followUps.doneBy, userId)))
  if (!found || !isUndoable(found.row, userId, now())) return null
  const { row, company } = found
  return { id, state: row.state, title: row.title, template: row.template, company }
}
