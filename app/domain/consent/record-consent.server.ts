import { and, eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { candidates, consents, profiles } from '#db/schema/candidates.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CandidateId, OrganisationId, UserId } from '../shared/ids.ts'
import { userIdOf } from '../shared/actor.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { ConsentHow } from './record-consent.schema.server.ts'
import { type AskedOn, endReworded } from './end-reworded.server.ts'
import { latestConsent, type ConsentPurpose } from './standing-consent.server.ts'
import { withdrawCards } from './withdraw-cards.server.ts'

/** Stands in for the author of what our own processes record. */
const SYSTEM_USER = '00000000-0000-0000-0000-000000000000' as UserId

type Input = {
  orgId: OrganisationId
  candidateId: CandidateId
  purpose: ConsentPurpose
  subjectId: string | null
  decision: 'given' | 'refused' | 'withdrawn'
  /** The very words that were shown or read to her; only their hash is kept. */
  textShown: string
  /** The edition of the reviewed texts that they are taken from, where they are. */
  textVersion?: string
  /** Where one card's page asks: which card, and what is no other answer. Otherwise every other text is one. */
  about?: AskedOn | undefined
} & Heard

/** How her answer came: heard by somebody, or given by herself on her own pages. */
type Heard = ConsentHow | { language: ConsentHow['language']; channel: 'own_device'; withMediator: false }

/**
 * Records what a person answered, as a new row: the past is never edited. Her answer about `matching` puts her into the
 * engine or takes her out in the same transaction; a withdrawal takes every card that rested on it back with it, so that
 * no company reads one after the commit, and leaves an event that looks again. A yes to
 * other words than the last one ends what rested on those.
 * @throws DomainError not_found for another organisation's person, conflict for a withdrawal of what was never given.
 */
export async function recordConsent(tx: Tx, input: Input): Promise<void> {
  const { orgId, candidateId, purpose, subjectId, decision } = input
  authorise(tx, 'consent.record', { orgId, candidateId })
  const [person] = await tx
    .select({ state: candidates.state })
    .from(candidates)
    .where(and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId)))
    .for('update')
  if (!person) notFound()
  const former = await latestConsent(tx, input, purpose, subjectId)
  if (decision === 'withdrawn' && former?.decision !== 'given') {
    throw new DomainError('conflict', 'consent_nothing_to_withdraw')
  }
  const textHash = sha256(input.textShown)
  await tx.insert(consents).values({
    orgId,
    id: newId(),
    candidateId,
    purpose,
    subjectId,
    decision,
    textHash,
    textVersion: input.textVersion ?? null,
    language: input.language,
    withMediator: input.withMediator,
    channel: input.channel,
    recordedBy: userIdOf(tx.actor) ?? SYSTEM_USER,
    at: now(),
  })
  if (purpose === 'matching') {
    await tx
      .update(profiles)
      .set({ matchable: decision === 'given' && person.state === 'active', updatedAt: now() })
      .where(and(eq(profiles.orgId, orgId), eq(profiles.candidateId, candidateId)))
  }
  if (purpose === 'matching' && decision === 'given')
    await emit(tx, 'profile.changed', { orgId, candidateId })
  await audit(tx, { action: `consent.${decision}`, subjectType: 'candidate', subjectId: candidateId })
  if (former?.decision !== 'given') return
  if (decision !== 'given') {
    await withdrawCards(tx, { orgId, candidateId })
    await emit(tx, 'consent.withdrawn', { orgId, candidateId })
  } else await endReworded(tx, { ...input, textHash, former: former.textHash })
}
