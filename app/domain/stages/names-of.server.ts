import { and, eq } from 'drizzle-orm'
import { candidates, profiles } from '#db/schema/candidates.ts'
import type { meetings } from '#db/schema/stages.ts'
import { personKey } from '../candidates/person-key.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

const columns = {
  firstName: candidates.firstName,
  alias: candidates.alias,
  lastName: candidates.lastName,
  birthDate: candidates.birthDate,
  permitUntil: profiles.permitUntil,
}

async function rowOf(tx: Tx, { orgId, candidateId }: Person) {
  const [row] = await tx
    .select(columns)
    .from(candidates)
    .innerJoin(profiles, and(eq(profiles.orgId, candidates.orgId), eq(profiles.candidateId, candidates.id)))
    .where(and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId)))
  return row ?? notFound()
}

/** The names under which she may be met; no alias where she chose none. @throws DomainError not_found once erased. */
export async function namesOf(tx: Tx, person: Person): Promise<{ first_name: string; alias: string | null }> {
  const { firstName, alias } = await rowOf(tx, person)
  const key = await personKey(tx, person)
  return { first_name: key.open('first_name', firstName), alias: alias && key.open('alias', alias) }
}

/**
 * The name that a company is told for a meeting: the one she agreed to, however her file puts it since. Null once it ended or
 * its page is closed, and where her file has no such name any more: that one was taken back, not put right.
 */
export async function nameTold(
  tx: Tx,
  meeting: Pick<typeof meetings.$inferSelect, 'orgId' | 'candidateId' | 'id' | 'nameShown' | 'nameTold'>,
): Promise<string | null> {
  if (!meeting.nameTold || !(await namesOf(tx, meeting))[meeting.nameShown]) return null
  return (await personKey(tx, meeting)).openIn('meetings.name_told', meeting.id, meeting.nameTold)
}

/** What her file holds of what a contract may need. @throws DomainError not_found once she was erased. */
export async function contractFactsOf(tx: Tx, person: Person) {
  const { firstName, lastName, birthDate, permitUntil } = await rowOf(tx, person)
  const key = await personKey(tx, person)
  return {
    full_name: `${key.open('first_name', firstName)} ${key.open('last_name', lastName)}`,
    birth_date: birthDate && key.open('birth_date', birthDate),
    permit_until: permitUntil,
  }
}
