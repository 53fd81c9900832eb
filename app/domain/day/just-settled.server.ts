import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { dayActs } from '#db/schema/day.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { LineAct } from './day-line.ts'
import { undoable } from './undo-lines.server.ts'

export type JustSettled = {
  act: LineAct
  count: number
  /** The one follow-up, where it was only one. */
  task: { template: string; title: string; company: string } | null
}

/** What somebody has just done and may still take back; null for any other batch. */
export async function justSettled(tx: Tx, batchId: string): Promise<JustSettled | null> {
  const { userId } = actingStaff(tx, 'follow_up.act')
  const acts = await tx
    .select({
      act: dayActs.act,
      template: followUps.template,
      title: followUps.title,
      company: companies.name,
    })
    .from(dayActs)
    .leftJoin(followUps, eq(followUps.id, dayActs.subjectId))
    .leftJoin(companies, eq(companies.id, followUps.companyId))
    .where(undoable(batchId, userId))
  const [first] = acts
  if (!first) return null
  const { act, template, title, company } = first
  const single = acts.length === 1 && template !== null && title !== null && company !== null
  return { act, count: acts.length, task: single ? { template, title, company } : null }
}
