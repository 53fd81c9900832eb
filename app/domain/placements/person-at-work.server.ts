import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { candidates, profiles } from '#db/schema/candidates.ts'
import { consentStands } from '../consent/standing-consent.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/**
 * Takes a person out of the pool while she is at work, or brings her back to it: where her consent to be matched stands,
 * and where nobody has closed her file meanwhile.
 */
export async function personAtWork(tx: Tx, person: Person, atWork: boolean): Promise<void> {
  const { orgId, candidateId } = person
  const [moved] = await tx
    .update(candidates)
    .set({ state: atWork ? 'placed' : 'active' })
    .where(
      and(
        eq(candidates.orgId, orgId),
        eq(candidates.id, candidateId),
        eq(candidates.state, atWork ? 'active' : 'placed'),
      ),
    )
    .returning({ id: candidates.id })
  if (!moved) return
  const matchable = !atWork && (await consentStands(tx, person, 'matching', null))
  await tx
    .update(profiles)
    .set({ matchable, updatedAt: now() })
    .where(and(eq(profiles.orgId, orgId), eq(profiles.candidateId, candidateId)))
  await emit(tx, 'profile.changed', { orgId, candidateId })
}
