import { newPersonKey } from '#app/domain/candidates/person-key.server.ts'
import { system } from '#app/domain/shared/actor.ts'
import type { CandidateId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { blindIndex } from '#app/platform/crypto.server.ts'
import { candidateKeys, candidates, consents, profiles } from '#db/schema/candidates.ts'
import { anOrganisation } from './accounts.ts'
import { DAYTIME } from './openings.ts'
import { next } from './sequence.ts'

export type CandidateRef = { orgId: OrganisationId; candidateId: CandidateId; code: string }

type Values = {
  orgId?: OrganisationId
  caseManagerId?: UserId
  firstName?: string
  lastName?: string
  profile?: Partial<typeof profiles.$inferInsert>
}

/** An active person in the engine (consent for matching given), whose profile admits `anOpening()` unless changed. */
export async function aCandidate(values: Values = {}): Promise<CandidateRef> {
  const orgId = values.orgId ?? (await anOrganisation())
  const candidateId = newId<CandidateId>()
  const number = next()
  const code = `QUERCIA-${100 + number}`
  const { row, key } = newPersonKey({ orgId, candidateId })
  const lastName = values.lastName ?? `Cognome${number}`
  await withActor(system('test'), async (tx) => {
    await tx.insert(candidates).values({
      orgId,
      id: candidateId,
      code,
      caseManagerId: values.caseManagerId ?? newId<UserId>(),
      firstName: key.seal('first_name', values.firstName ?? `Nome${number}`),
      lastName: key.seal('last_name', lastName),
      lastNameIndex: blindIndex('candidates.last_name', lastName),
      takenOnAt: now(),
      createdAt: now(),
    })
    await tx.insert(candidateKeys).values(row)
    await tx.insert(profiles).values({
      orgId,
      candidateId,
      matchable: true,
      available: DAYTIME,
      withChildcare: DAYTIME,
      professionCode: 'isco-9412-kitchen-helper',
      italianSpoken: 3,
      italianWritten: 2,
      placeCode: '001272',
      province: 'TO',
      lat: 45.0703,
      lng: 7.6869,
      maxKm: 25,
      mayWorkFrom: '2026-01-01',
      freeFrom: '2026-11-01',
      aims: ['training', 'trial', 'internship', 'job'],
      waitingSince: '2026-06-01',
      updatedAt: now(),
      ...values.profile,
    })
    await tx.insert(consents).values({
      orgId,
      id: newId(),
      candidateId,
      purpose: 'matching',
      decision: 'given',
      textHash: 'test',
      language: 'it',
      withMediator: false,
      channel: 'in_person',
      recordedBy: newId<UserId>(),
      at: now(),
    })
  })
  return { orgId, candidateId, code }
}
