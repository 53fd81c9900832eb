import { and, asc, eq, isNotNull, ne } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { openings } from '#db/schema/openings.ts'
import { helpRequests } from '#db/schema/proposals.ts'
import type { OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { openTask } from './open-task.server.ts'

/**
 * Passes a request for help on: one task for a case manager of each of `orgIds` other than the one that asks, or of
 * every other organisation where it is not known whose people would fit.
 */
export async function passHelpOn(
  tx: Tx,
  helpRequestId: string,
  orgIds: readonly OrganisationId[] | null,
): Promise<void> {
  const [request] = await tx
    .select({ orgId: helpRequests.orgId, companyId: openings.companyId, state: openings.state })
    .from(helpRequests)
    .innerJoin(openings, eq(openings.id, helpRequests.openingId))
    .where(eq(helpRequests.id, helpRequestId))
  if (request?.state !== 'open') return
  const staff = await tx
    .select({ userId: users.id, orgId: users.orgId })
    .from(users)
    .where(
      and(
        eq(users.role, 'case_manager'),
        eq(users.active, true),
        isNotNull(users.orgId),
        ne(users.orgId, request.orgId),
      ),
    )
    .orderBy(asc(users.orgId), asc(users.createdAt), asc(users.id))
  const firstOf = new Map<OrganisationId, UserId>()
  for (const { userId, orgId } of staff) {
    if (orgId && !firstOf.has(orgId) && (orgIds === null || orgIds.includes(orgId)))
      firstOf.set(orgId, userId)
  }
  for (const [index, [assigneeOrgId, assigneeId]] of [...firstOf].entries()) {
    await openTask(tx, {
      rule: 'help_asked',
      subject: { type: 'help_request', id: helpRequestId },
      companyId: request.companyId,
      title: 'mail_task_help_asked',
      to: { assigneeId, assigneeOrgId },
      occurrence: index + 1,
    })
  }
}
