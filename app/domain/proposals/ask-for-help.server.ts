import { and, eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { openings } from '#db/schema/openings.ts'
import { helpRequests } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { takesCards } from '../openings/states.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** When an organisation asked the others about an opening, or null. */
export async function helpAskedAt(tx: Tx, openingId: OpeningId, orgId: OrganisationId): Promise<Date | null> {
  const [row] = await tx
    .select({ at: helpRequests.at })
    .from(helpRequests)
    .where(and(eq(helpRequests.openingId, openingId), eq(helpRequests.orgId, orgId)))
  return row?.at ?? null
}

/**
 * Asks the other organisations whether one of their people may be proposed for an opening. Once for each opening and
 * organisation: asking again changes nothing.
 * @throws DomainError not_found for an unknown opening, refused for one that is not open.
 */
export async function askForHelp(tx: Tx, openingId: OpeningId): Promise<void> {
  authorise(tx, 'opening.match')
  const { actor } = tx
  if (actor.kind !== 'staff') throw new DomainError('forbidden', 'forbidden')
  const [opening] = await tx
    .select({ state: openings.state })
    .from(openings)
    .where(eq(openings.id, openingId))
  if (!opening) notFound()
  if (!takesCards(opening.state)) throw new DomainError('refused', 'desk_match_help_not_open')
  const id = newId<string>()
  const asked = await tx
    .insert(helpRequests)
    .values({ id, openingId, orgId: actor.orgId, requestedBy: actor.userId, at: now() })
    .onConflictDoNothing()
    .returning({ id: helpRequests.id })
  if (asked.length === 0) return
  await audit(tx, { action: 'help.asked', subjectType: 'opening', subjectId: openingId })
  await emit(tx, 'help.asked', { helpRequestId: id })
}
