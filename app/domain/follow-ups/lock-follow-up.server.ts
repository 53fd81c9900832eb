import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { StaffActor } from '../shared/actor.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { mayActOn } from './may-act-on.ts'
import { followUpMove, type FollowUpState } from './states.ts'

export type FollowUpRow = typeof followUps.$inferSelect

/**
 * The row of a follow-up that this actor may act on, locked until the command ends.
 * @throws DomainError not_found for what is none of her business.
 */
export async function lockFollowUp(tx: Tx, id: FollowUpId): Promise<{ row: FollowUpRow; actor: StaffActor }> {
  const actor = actingStaff(tx, 'follow_up.act')
  const [row] = await tx.select().from(followUps).where(eq(followUps.id, id)).for('update')
  if (!row) notFound()
  const [company] = await tx
    .select({ leadOrgId: companies.leadOrgId })
    .from(companies)
    .where(eq(companies.id, row.companyId))
  if (!mayActOn(actor, { ...row, leadOrgId: company?.leadOrgId ?? null })) notFound()
  return { row, actor }
}

/**
 * Stops a move that the states do not allow, with its reason.
 * @throws DomainError conflict when it is over already or a message that is on its way, refused without a reason.
 */
export function allowMove(row: FollowUpRow, to: FollowUpState, reason?: string): void {
  if (row.releasedAt) throw new DomainError('conflict', 'follow_ups_refused_not_a_move')
  const move = followUpMove(row.state, to, 'person', reason)
  if (move.ok) return
  const code = move.why === 'reason_needed' ? 'refused' : 'conflict'
  throw new DomainError(code, `follow_ups_refused_${move.why}`, code === 'refused' ? 'reason' : undefined)
}
