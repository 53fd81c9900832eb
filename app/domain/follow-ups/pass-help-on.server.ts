import { eq } from 'drizzle-orm'
import { openings } from '#db/schema/openings.ts'
import { helpRequests } from '#db/schema/proposals.ts'
import type { OpeningId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { openTask } from './open-task.server.ts'

/** The opening that help was asked for, or null when the request is gone. */
export async function openingOfHelp(tx: Tx, helpRequestId: string): Promise<OpeningId | null> {
  const [request] = await tx
    .select({ openingId: helpRequests.openingId })
    .from(helpRequests)
    .where(eq(helpRequests.id, helpRequestId))
  return request?.openingId ?? null
}

/**
 * Passes a request for help on: one task for each case manager of `to`, by organisation, but for the one that asks.
 * Nothing happens when the opening is no longer open.
 */
export async function passHelpOn(
  tx: Tx,
  helpRequestId: string,
  to: ReadonlyMap<OrganisationId, UserId>,
): Promise<void> {
  const [request] = await tx
    .select({ orgId: helpRequests.orgId, companyId: openings.companyId, state: openings.state })
    .from(helpRequests)
    .innerJoin(openings, eq(openings.id, helpRequests.openingId))
    .where(eq(helpRequests.id, helpRequestId))
  if (request?.state !== 'open') return
  const others = [...to].filter(([orgId]) => orgId !== request.orgId)
  for (const [index, [assigneeOrgId, assigneeId]] of others.entries()) {
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
