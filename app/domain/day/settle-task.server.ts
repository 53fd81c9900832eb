import { eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { dayActs } from '#db/schema/day.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { completeFollowUp } from '../follow-ups/complete-follow-up.server.ts'
import { handOnFollowUp } from '../follow-ups/hand-on-follow-up.server.ts'
import { postponeFollowUp } from '../follow-ups/postpone-follow-up.server.ts'
import { skipFollowUp } from '../follow-ups/skip-follow-up.server.ts'
import { notFound } from '../shared/errors.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { OneLine, Settling } from './settling.ts'

export type Kept = Record<string, string | null>

/** The columns of a task that an act of the day changes, as they stand now; null where there is no such task. */
export async function keptOf(tx: Tx, id: FollowUpId): Promise<Kept | null> {
  const [row] = await tx.select().from(followUps).where(eq(followUps.id, id)).for('update')
  if (row?.kind !== 'task') return null
  const { state, postponedReason, assigneeId, assigneeOrgId, why, doneBy } = row
  return {
    ...{ state, postponedReason, assigneeId, assigneeOrgId, why, doneBy },
    dueAt: row.dueAt.toISOString(),
    doneAt: row.doneAt?.toISOString() ?? null,
  }
}

/** Settles a follow-up by its own command, and keeps how it stood before. @throws DomainError as that command does. */
export async function settleTask(tx: Tx, { actor, batchId, line, what }: OneLine): Promise<void> {
  const id = line.id as FollowUpId
  const before = await keptOf(tx, id)
  if (!before) notFound()
  await carryOut(tx, id, what)
  const after = await keptOf(tx, id)
  await tx.insert(dayActs).values({
    ...{ id: newId<string>(), batchId, userId: actor.userId, kind: 'task', subjectId: id, act: what.act },
    ...{ before, after, at: now() },
  })
}

function carryOut(tx: Tx, id: FollowUpId, what: Settling): Promise<void> {
  switch (what.act) {
    case 'done':
      return completeFollowUp(tx, id)
    case 'postponed':
      return postponeFollowUp(tx, id, what)
    case 'handed_on':
      return handOnFollowUp(tx, id, what.to)
    case 'skipped':
      return skipFollowUp(tx, id, what.reason)
    default:
      return what satisfies never
  }
}
