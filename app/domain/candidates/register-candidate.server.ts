import { newId, now } from '#app/platform/clock.server.ts'
import { candidateKeys, candidates, profiles } from '#db/schema/candidates.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { localDate } from '../calendar/rome.ts'
import { emptyWeek, toBits } from '../matching/week.ts'
import { DomainError } from '../shared/errors.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import { userIdOf } from '../shared/actor.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { newCode } from './new-code.server.ts'
import { NO_DATE_YET } from './no-date-yet.ts'
import { newPersonKey } from './person-key.server.ts'
import { positionOf } from './position.server.ts'
import type { RegisterCandidate } from './register-candidate.schema.server.ts'
import { surnameIndex } from './surname-index.server.ts'

/** What keeps a person out of every match until her profile has been talked through and saved. */
const untilAsked = () => ({
  available: toBits(emptyWeek),
  withChildcare: toBits(emptyWeek),
  italianWritten: 0,
  maxKm: 0,
  mayWorkFrom: NO_DATE_YET,
  aims: [],
})

/**
 * Takes a person on: her names, birth date and telephone sealed with a key of her own, a code, and a profile that fits
 * nothing yet. She is not in the engine until she says yes to it.
 * @returns her id.
 */
export async function registerCandidate(
  tx: Tx,
  orgId: OrganisationId,
  input: RegisterCandidate,
): Promise<CandidateId> {
  authorise(tx, 'candidate.write', { orgId })
  const caseManagerId = userIdOf(tx.actor)
  if (!caseManagerId) throw new DomainError('forbidden', 'forbidden')
  const candidateId = newId<CandidateId>()
  const { row, key } = newPersonKey({ orgId, candidateId })
  const at = now()
  const { firstName, lastName, alias, birthDate, phone, professionCode, italianSpoken, placeCode } = input
  await tx.insert(candidates).values({
    orgId,
    id: candidateId,
    code: await newCode(tx, orgId),
    caseManagerId,
    firstName: key.seal('first_name', firstName),
    lastName: key.seal('last_name', lastName),
    lastNameIndex: surnameIndex(lastName),
    alias: alias === undefined ? null : key.seal('alias', alias),
    birthDate: birthDate === undefined ? null : key.seal('birth_date', birthDate),
    phone: phone === undefined ? null : key.seal('phone', phone),
    takenOnAt: at,
    createdAt: at,
  })
  await tx.insert(candidateKeys).values(row)
  await tx.insert(profiles).values({
    orgId,
    candidateId,
    ...untilAsked(),
    professionCode,
    italianSpoken,
    ...positionOf(placeCode),
    freeFrom: localDate(at),
    waitingSince: localDate(at),
    updatedAt: at,
  })
  await audit(tx, { action: 'candidate.registered', subjectType: 'candidate', subjectId: candidateId })
  return candidateId
}
