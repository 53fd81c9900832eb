import { and, desc, eq, lt, type SQL } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { candidates, consents, profiles } from '#db/schema/candidates.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { localDate } from '../calendar/rome.ts'
import { emit } from '../outbox/emit.server.ts'
import type { CandidateId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { givenBefore, hasLapsed, isAboutToLapse, lapsesOn } from './consent-life.ts'
import { consentStands } from './standing-consent.server.ts'

/** People in the engine whose newest answer about it is a yes of long ago. */
async function oldYes(tx: Tx, of: SQL | undefined) {
  const newest = tx
    .selectDistinctOn([consents.orgId, consents.candidateId])
    .from(consents)
    .where(eq(consents.purpose, 'matching'))
    .orderBy(consents.orgId, consents.candidateId, desc(consents.at), desc(consents.id))
    .as('newest')
  return tx
    .select({
      ...{ id: newest.id, orgId: candidates.orgId, candidateId: candidates.id },
      ...{ code: candidates.code, at: newest.at },
    })
    .from(newest)
    .innerJoin(candidates, and(eq(candidates.orgId, newest.orgId), eq(candidates.id, newest.candidateId)))
    .innerJoin(profiles, and(eq(profiles.orgId, newest.orgId), eq(profiles.candidateId, newest.candidateId)))
    .where(
      and(
        eq(newest.decision, 'given'),
        lt(newest.at, givenBefore(localDate(now()))),
        eq(profiles.matchable, true),
        of,
      ),
    )
    .orderBy(newest.at, candidates.code)
}

/** A yes that is about to lapse. */
export type LapsingConsent = { id: string; candidateId: CandidateId; code: string; lapsesOn: string }

/** The people of one case manager whose yes to being looked for lapses within thirty days, the first first. */
export async function lapsingConsents(
  tx: Tx,
  { orgId, userId }: { orgId: OrganisationId; userId: UserId },
): Promise<LapsingConsent[]> {
  authorise(tx, 'candidate.read', { orgId })
  const today = localDate(now())
  const rows = await oldYes(tx, and(eq(candidates.orgId, orgId), eq(candidates.caseManagerId, userId)))
  return rows
    .filter(({ at }) => isAboutToLapse(at, today))
    .map(({ id, candidateId, code, at }) => ({ id, candidateId, code, lapsesOn: lapsesOn(at) }))
}

/**
 * Takes those out of the engine whose yes has lapsed, with the event that takes their cards back. For our own processes,
 * once a day; doing it twice changes nothing.
 */
export async function lapseConsents(tx: Tx): Promise<void> {
  const today = localDate(now())
  for (const { orgId, candidateId, at } of await oldYes(tx, undefined)) {
    if (!hasLapsed(at, today)) continue
    const herself = and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId))
    await tx.select({ id: candidates.id }).from(candidates).where(herself).for('update')
    // She may have said yes again while her row was waited for.
    if (await consentStands(tx, { orgId, candidateId }, 'matching', null)) continue
    await tx
      .update(profiles)
      .set({ matchable: false, updatedAt: now() })
      .where(and(eq(profiles.orgId, orgId), eq(profiles.candidateId, candidateId)))
    await audit(tx, { action: 'consent.lapsed', subjectType: 'candidate', subjectId: candidateId, orgId })
    await emit(tx, 'consent.withdrawn', { orgId, candidateId })
  }
}
