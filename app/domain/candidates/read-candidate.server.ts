import { and, asc, desc, eq } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { candidateExclusions, candidates, profiles } from '#db/schema/candidates.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import type { Exclusion } from '../matching/types.ts'
import { notFound } from '../shared/errors.ts'
import type { CandidateId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { personKey, type SealedColumn } from './person-key.server.ts'
import type { ProfileRow } from './to-match-profile.server.ts'

/** `shown` is a person's name as it was typed. */
export type ShownExclusion = Exclusion & { shown: string | null }

export type CandidateFile = {
  candidateId: CandidateId
  code: string
  state: (typeof candidates.$inferSelect)['state']
  version: number
  caseManagerId: UserId
  caseManager: string | null
  firstName: string
  lastName: string
  alias: string | null
  birthDate: string | null
  phone: string | null
  notes: string
  takenOnAt: Date
  profile: ProfileRow
  exclusions: ShownExclusion[]
}

/**
 * Opens a person's file: her own organisation's case managers only, and every opening leaves a row in the audit.
 * @throws DomainError not_found for another organisation's person and for one who was erased.
 */
export async function readCandidate(
  tx: Tx,
  orgId: OrganisationId,
  candidateId: CandidateId,
): Promise<CandidateFile> {
  authorise(tx, 'candidate.read', { orgId })
  const [row] = await tx
    .select({ person: candidates, profile: profiles, caseManager: users.name })
    .from(candidates)
    .innerJoin(profiles, and(eq(profiles.orgId, candidates.orgId), eq(profiles.candidateId, candidates.id)))
    .leftJoin(users, eq(users.id, candidates.caseManagerId))
    .where(and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId)))
  if (!row) notFound()
  const key = await personKey(tx, { orgId, candidateId })
  const open = (column: SealedColumn, sealed: Buffer | null) =>
    sealed === null ? null : key.open(column, sealed)
  const exclusions = await tx
    .select({
      kind: candidateExclusions.kind,
      value: candidateExclusions.value,
      shown: candidateExclusions.shown,
    })
    .from(candidateExclusions)
    .where(and(eq(candidateExclusions.orgId, orgId), eq(candidateExclusions.candidateId, candidateId)))
    .orderBy(asc(candidateExclusions.kind), desc(candidateExclusions.createdAt))
  await audit(tx, { action: 'candidate.read', subjectType: 'candidate', subjectId: candidateId })
  const { person, profile, caseManager } = row
  return {
    candidateId,
    code: person.code,
    state: person.state,
    version: person.version,
    caseManagerId: person.caseManagerId,
    caseManager,
    firstName: key.open('first_name', person.firstName),
    lastName: key.open('last_name', person.lastName),
    alias: open('alias', person.alias),
    birthDate: open('birth_date', person.birthDate),
    phone: open('phone', person.phone),
    notes: open('notes', person.notes) ?? '',
    takenOnAt: person.takenOnAt,
    profile,
    exclusions,
  }
}
