import { and, eq } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { audit } from '../audit/record.server.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { CorrectPerson } from './correct-person.schema.server.ts'
import { nextVersion } from './next-version.server.ts'
import { personKey } from './person-key.server.ts'
import { surnameIndex } from './surname-index.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/**
 * Puts right who a person is (GDPR, article 16), sealed with her key as before; she is found by her new surname and by the
 * former one no more. What the form leaves empty is known no more.
 * @throws DomainError not_found, stale.
 */
export async function correctPerson(tx: Tx, person: Person, input: CorrectPerson): Promise<void> {
  const { orgId, candidateId } = person
  await nextVersion(tx, orgId, candidateId, input.version)
  const key = await personKey(tx, person)
  const { firstName, lastName, alias, birthDate, phone } = input
  await tx
    .update(candidates)
    .set({
      firstName: key.seal('first_name', firstName),
      lastName: key.seal('last_name', lastName),
      lastNameIndex: surnameIndex(lastName),
      alias: alias === undefined ? null : key.seal('alias', alias),
      birthDate: birthDate === undefined ? null : key.seal('birth_date', birthDate),
      phone: phone === undefined ? null : key.seal('phone', phone),
    })
    .where(and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId)))
  await audit(tx, {
    action: 'candidate.identity_corrected',
    subjectType: 'candidate',
    subjectId: candidateId,
  })
}
