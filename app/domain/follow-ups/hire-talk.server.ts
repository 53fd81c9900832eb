import { and, desc, eq, inArray } from 'drizzle-orm'
import { auditLog } from '#db/schema/operations.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** The acts by which the audit log remembers that the talk about a hire was held, or noted by mistake. */
export const HIRE_TALK = { held: 'placement.hire_talk_held', undone: 'placement.hire_talk_undone' } as const

/** Whether settling a task of this rule says that the talk was held. */
export const isHireTalk = (ruleKey: string | null): boolean => ruleKey?.startsWith('hire_talk_') ?? false

/**
 * Notes that the company was spoken to about a hire before the internship ends, or takes that back: the other talk and
 * the notices by mail stand or fall with it. Who may act on the placement was judged before.
 */
export async function noteHireTalk(
  tx: Tx,
  { orgId, placementId }: { orgId: OrganisationId; placementId: string },
  what: keyof typeof HIRE_TALK,
): Promise<void> {
  await audit(tx, { action: HIRE_TALK[what], subjectType: 'placement', subjectId: placementId })
  await emit(tx, 'placement.hire_talk_held', { orgId, placementId })
}

/** When the talk about a hire was held, as the last note says; null where it was not. Read by the person's organisation. */
export async function hireTalkHeld(tx: Tx, placementId: string): Promise<Date | null> {
  const [last] = await tx
    .select({ at: auditLog.at, action: auditLog.action })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subjectType, 'placement'),
        eq(auditLog.subjectId, placementId),
        inArray(auditLog.action, Object.values(HIRE_TALK)),
      ),
    )
    .orderBy(desc(auditLog.at), desc(auditLog.seq))
    .limit(1)
  return last?.action === HIRE_TALK.held ? last.at : null
}
