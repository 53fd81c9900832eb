import { and, desc, eq, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { consents } from '#db/schema/candidates.ts'
import { localDate } from '../calendar/rome.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { hasLapsed } from './consent-life.ts'

export type ConsentPurpose = (typeof consents.$inferSelect)['purpose']
export type ConsentRow = typeof consents.$inferSelect
type Person = { orgId: OrganisationId; candidateId: CandidateId }

/** The newest answer of a person for a purpose and its subject, or null where she was never asked. */
export async function latestConsent(
  tx: Tx,
  person: Person,
  purpose: ConsentPurpose,
  subjectId: string | null,
): Promise<ConsentRow | null> {
  const [row] = await tx
    .select()
    .from(consents)
    .where(
      and(
        eq(consents.orgId, person.orgId),
        eq(consents.candidateId, person.candidateId),
        eq(consents.purpose, purpose),
        subjectId === null ? isNull(consents.subjectId) : eq(consents.subjectId, subjectId),
      ),
    )
    .orderBy(desc(consents.at), desc(consents.id))
    .limit(1)
  return row ?? null
}

/** Whether a person's yes for that purpose and subject stands now; to be in the engine it stands for a year. */
export async function consentStands(
  tx: Tx,
  person: Person,
  purpose: ConsentPurpose,
  subjectId: string | null,
): Promise<boolean> {
  const newest = await latestConsent(tx, person, purpose, subjectId)
  if (newest?.decision !== 'given') return false
  return purpose !== 'matching' || !hasLapsed(newest.at, localDate(now()))
}
