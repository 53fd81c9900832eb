import { and, eq, inArray } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { candidateKeys, candidates, consents } from '#db/schema/candidates.ts'
import { erasures } from '#db/schema/erasures.ts'
import { cardAttributes, placements, proposals } from '#db/schema/proposals.ts'
import { audit } from '../audit/record.server.ts'
import { followedPerson } from '../candidates/followed-person.server.ts'
import { liveCards, withdrawLive } from '../cards/live-cards.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CandidateId, ErasureId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/**
 * Erases a person: destroys her key first, withdraws what companies still read of her, then removes every row of hers.
 * What companies saw goes too; what is left is the certificate and the audit, which hold ids that lead nowhere.
 * @returns the certificate's id.
 * @throws DomainError not_found for another organisation's person, forbidden for a colleague's, conflict while she is at
 * work through the network.
 */
export async function erasePerson(tx: Tx, person: Person, why: 'asked' | 'retention'): Promise<ErasureId> {
  const { orgId, candidateId } = person
  if (tx.actor.kind !== 'system') await followedPerson(tx, person)
  const hers = and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId))
  const [held] = await tx.select({ id: candidates.id }).from(candidates).where(hers).for('update')
  if (!held) notFound()
  const placed = await tx
    .select({ companyId: placements.companyId, state: placements.state })
    .from(placements)
    .where(and(eq(placements.orgId, orgId), eq(placements.candidateId, candidateId)))
  if (placed.some(({ state }) => state === 'active')) throw new DomainError('conflict', 'audit_erase_at_work')

  await tx
    .delete(candidateKeys)
    .where(and(eq(candidateKeys.orgId, orgId), eq(candidateKeys.candidateId, candidateId)))
  const cards = await removeCards(tx, person)
  const said = await tx.$count(
    consents,
    and(eq(consents.orgId, orgId), eq(consents.candidateId, candidateId)),
  )
  await tx.delete(candidates).where(hers)

  const id = newId<ErasureId>()
  const counts = { consents: said, cards, placements: placed.length }
  const by = { erasedBy: userIdOf(tx.actor), erasedAt: now() }
  await tx.insert(erasures).values({ orgId, id, candidateId, why, ...by, ...counts })
  await audit(tx, {
    ...{ action: `candidate.erased_${why}`, subjectType: 'candidate', subjectId: candidateId },
    orgId,
  })
  // Their follow-ups about somebody who is no longer known have lost their reason.
  for (const companyId of new Set(placed.map(({ companyId: of }) => of)))
    await emit(tx, 'placement.cancelled', { companyId })
  return id
}

/** Ends what companies read of her and removes what they read. @returns how many cards there were. */
async function removeCards(tx: Tx, { orgId, candidateId }: Person): Promise<number> {
  const ofHers = and(eq(proposals.orgId, orgId), eq(proposals.candidateId, candidateId))
  await withdrawLive(tx, await liveCards(tx, ofHers))
  const sent = await tx.select({ cardId: proposals.cardId }).from(proposals).where(ofHers)
  const ids = sent.map(({ cardId }) => cardId)
  await tx.delete(cardAttributes).where(inArray(cardAttributes.cardId, ids))
  return ids.length
}
