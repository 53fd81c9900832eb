import { and, asc, eq } from 'drizzle-orm'
import { auditLog } from '#db/schema/operations.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type Access = { at: Date; action: string; role: string }

/** Who did what with her file, by role: the names of colleagues are theirs. */
export const accessesOf = (
  tx: Tx,
  { orgId, candidateId }: { orgId: OrganisationId; candidateId: CandidateId },
): Promise<Access[]> =>
  tx
    .select({ at: auditLog.at, action: auditLog.action, role: auditLog.actorRole })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.orgId, orgId),
        eq(auditLog.subjectType, 'candidate'),
        eq(auditLog.subjectId, candidateId),
      ),
    )
    .orderBy(asc(auditLog.seq))
