import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { candidates } from '#db/schema/candidates.ts'
import { glassBreaks } from '#db/schema/glass.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { GLASS_LASTS, mayDecide } from './glass-rules.ts'
import type { GlassDecision } from './glass.schema.server.ts'

/**
 * Allows or refuses that somebody reads one file: another coordinator or an administrator, never who asked. Whoever calls
 * has asked for a fresh second factor. An allowed file is open for an hour from now, and her case managers are told.
 * @throws DomainError not_found for an unknown request, conflict for one's own and for one that waits no more.
 */
export async function decideGlass(tx: Tx, { id, decision }: GlassDecision): Promise<void> {
  authorise(tx, 'glass.decide')
  const userId = userIdOf(tx.actor)
  if (!userId) throw new DomainError('forbidden', 'forbidden')
  const at = now()
  const [known] = await tx.select().from(glassBreaks).where(eq(glassBreaks.id, id))
  if (!known) notFound()
  if (!mayDecide(known, userId, at)) throw new DomainError('conflict', 'glass_not_yours')
  const { orgId, candidateId } = known
  // Row security lets nobody write who asked, nor over a decision: of two at one moment one comes first.
  const decided = await tx
    .update(glassBreaks)
    .set({
      ...{ decision, decidedBy: userId, decidedAt: at },
      endsAt: decision === 'approved' ? new Date(+at + GLASS_LASTS) : null,
    })
    .where(and(eq(glassBreaks.orgId, orgId), eq(glassBreaks.id, id)))
    .returning({ id: glassBreaks.id })
  if (decided.length === 0) throw new DomainError('conflict', 'glass_not_yours')
  await audit(tx, {
    ...{ action: `glass.${decision}`, subjectType: 'candidate', subjectId: candidateId },
    orgId,
  })
  if (decision !== 'approved') return
  for (const colleague of await caseManagersOf(tx, orgId, candidateId))
    await emit(tx, 'glass.broken', { userId: colleague })
}

/** Who follows her; where nobody does any more, everybody of her organisation who could. */
const caseManagersOf = (tx: Tx, orgId: OrganisationId, candidateId: CandidateId) =>
  asOurselves(tx, async () => {
    const active = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.orgId, orgId), eq(users.role, 'case_manager'), eq(users.active, true)))
    const [person] = await tx
      .select({ caseManagerId: candidates.caseManagerId })
      .from(candidates)
      .where(and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId)))
    const ids = active.map((user) => user.id)
    return ids.some((one) => one === person?.caseManagerId)
      ? ids.filter((one) => one === person?.caseManagerId)
      : ids
  })
