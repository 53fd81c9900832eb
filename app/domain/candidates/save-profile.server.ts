import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { profiles } from '#db/schema/candidates.ts'
import { audit } from '../audit/record.server.ts'
import { slotsOf } from '../matching/slots.ts'
import { fromBits, toBits } from '../matching/week.ts'
import { emit } from '../outbox/emit.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { nextVersion } from './next-version.server.ts'
import { positionOf } from './position.server.ts'
import { NO_DATE_YET } from './no-date-yet.ts'
import type { SaveProfile } from './save-profile.schema.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/**
 * Saves the facts that a match reads, with what follows from them: the slots that a card may show, the position of the
 * comune, the hours with childcare, which hold those without. Being in the engine stays a matter of consent.
 * @throws DomainError not_found, stale, invalid for an unknown comune.
 */
export async function saveProfile(tx: Tx, { orgId, candidateId }: Person, input: SaveProfile): Promise<void> {
  await nextVersion(tx, orgId, candidateId, input.version)
  const available = fromBits(input.available)
  const saved = await tx
    .update(profiles)
    .set({
      professionCode: input.professionCode,
      skillCodes: input.skills.map(({ code }) => code),
      skillLevels: input.skills.map(({ level }) => level),
      italianSpoken: input.italianSpoken,
      italianWritten: input.italianWritten,
      available: input.available,
      withChildcare: toBits(available | fromBits(input.withChildcare)),
      slots: slotsOf(available),
      ...positionOf(input.placeCode),
      maxKm: input.maxKm,
      licences: input.licences,
      hasVehicle: input.hasVehicle,
      mayWorkFrom: input.mayWorkFrom ?? NO_DATE_YET,
      permitUntil: input.permitUntil ?? null,
      renewalUnderWay: input.renewalUnderWay,
      freeFrom: input.freeFrom,
      minPayCents: input.minPay ?? 0,
      aims: input.aims,
      limits: input.limits,
      preferredSectors: input.preferredSectors,
      preferredProfessions: input.preferredProfessions,
      planSkills: input.planSkills,
      updatedAt: now(),
    })
    .where(and(eq(profiles.orgId, orgId), eq(profiles.candidateId, candidateId)))
    .returning({ id: profiles.candidateId })
  if (saved.length === 0) notFound()
  await emit(tx, 'profile.changed', { orgId, candidateId })
  await audit(tx, { action: 'candidate.profile_saved', subjectType: 'candidate', subjectId: candidateId })
}
