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
type Act = Pick<typeof erasures.$inferInsert, 'id' | 'why' | 'erasedBy' | 'erasedAt'>

const ofHers = ({ orgId, candidateId }: Person) =>
  and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId))

const placementsOf = (tx: Tx, { orgId, candidateId }: Person) =>
  tx
    .select({ companyId: placements.companyId, state: placements.state })
    .from(placements)
    .where(and(eq(placements.orgId, orgId), eq(placements.candidateId, candidateId)))

/** Her row, held until the transaction ends. @returns whether she is there. */
async function held(tx: Tx, person: Person): Promise<boolean> {
  const rows = await tx.select({ id: candidates.id }).from(candidates).where(ofHers(person)).for('update')
  return rows.length > 0
}

/**
 * Erases a person: destroys her key first, withdraws what companies still read of her, then removes every row of hers.
 * What companies saw goes too; what is left is the certificate and the audit, which hold ids that lead nowhere.
 * @returns the certificate's id.
 * @throws DomainError not_found for another organisation's person, forbidden for a colleague's, conflict while she is at
 * work through the network.
 */
export async function erasePerson(tx: Tx, person: Person, why: 'asked' | 'retention'): Promise<ErasureId> {
  if (tx.actor.kind !== 'system') await followedPerson(tx, person)
  if (!(await held(tx, person))) notFound()
  const placed = await placementsOf(tx, person)
  if (placed.some(({ state }) => state === 'active')) throw new DomainError('conflict', 'audit_erase_at_work')
  const id = newId<ErasureId>()
  await remove(tx, person, { id, why, erasedBy: userIdOf(tx.actor), erasedAt: now() })
  await emit(tx, 'person.erased', { orgId: person.orgId, erasureId: id })
  return id
}

/**
 * Erases a person whom a backup of before has brought back, under the certificate that she has, whatever she was then doing.
 * @returns false when she is not there.
 */
export async function eraseAgain(tx: Tx, person: Person, act: Act): Promise<boolean> {
  if (!(await held(tx, person))) return false
  await remove(tx, person, act)
  return true
}

async function remove(tx: Tx, person: Person, act: Act): Promise<void> {
  const { orgId, candidateId } = person
  const placed = await placementsOf(tx, person)
  await tx
    .delete(candidateKeys)
    .where(and(eq(candidateKeys.orgId, orgId), eq(candidateKeys.candidateId, candidateId)))
  const cards = await removeCards(tx, person)
  const said = await tx.$count(
    consents,
    and(eq(consents.orgId, orgId), eq(consents.candidateId, candidateId)),
  )
  await tx.delete(candidates).where(ofHers(person))
  const counts = { consents: said, cards, placements: placed.length }
  await tx.insert(erasures).values({ orgId, candidateId, ...act, ...counts })
  await audit(tx, {
    ...{ action: `candidate.erased_${act.why}`, subjectType: 'candidate', subjectId: candidateId },
    orgId,
  })
  // Their follow-ups about somebody who is no longer known have lost their reason.
  for (const companyId of new Set(placed.map(({ companyId: of }) => of)))
    await emit(tx, 'placement.cancelled', { companyId })
}

/** Ends what companies read of her and removes what they read. @returns how many cards there were. */
async function removeCards(tx: Tx, { orgId, candidateId }: Person): Promise<number> {
  const proposed = and(eq(proposals.orgId, orgId), eq(proposals.candidateId, candidateId))
  await withdrawLive(tx, await liveCards(tx, proposed))
  const sent = await tx.select({ cardId: proposals.cardId }).from(proposals).where(proposed)
  const ids = sent.map(({ cardId }) => cardId)
  await tx.delete(cardAttributes).where(inArray(cardAttributes.cardId, ids))
  return ids.length
}
