import { and, eq, gt, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { randomToken, sha256 } from '#app/platform/crypto.server.ts'
import { candidateVisits } from '#db/schema/visits.ts'
import { spendTries } from '../accounts/limits.server.ts'
import { isTokenShaped } from '../accounts/token-shape.ts'
import { audit } from '../audit/record.server.ts'
import { system, type CandidateActor } from '../shared/actor.ts'
import { withActor, type Tx } from '../shared/with-actor.server.ts'
import type { VisitLanguage } from './languages.ts'
import { SEEN_EVERY, visitState } from './visit-lengths.ts'

/** Whether a link's secret still opens something. Changes nothing: cameras and messengers look at links too. */
export async function linkOpens(token: string | null): Promise<boolean> {
  if (!token || !isTokenShaped(token)) return false
  return withActor(system('visit'), async (tx) => {
    const waiting = and(isNull(candidateVisits.openedAt), isNull(candidateVisits.endedAt))
    const ours = and(eq(candidateVisits.linkHash, sha256(token)), gt(candidateVisits.openUntil, now()))
    return (await tx.$count(candidateVisits, and(waiting, ours))) > 0
  })
}

/**
 * Exchanges a link's secret for a browser's own, once, in one statement: of two browsers one comes first.
 * @returns the secret for her cookie, of which the hash is kept, or null where the link opens nothing any more.
 * @throws TooManyTries for an address that tries links.
 */
export async function openVisit(
  token: string | null,
  { language, address }: { language: VisitLanguage; address: string },
): Promise<string | null> {
  await spendTries([{ limit: 'address', of: address }])
  if (!token || !isTokenShaped(token)) return null
  return withActor(system('visit'), async (tx) => {
    const at = now()
    const secret = randomToken()
    const [visit] = await tx
      .update(candidateVisits)
      .set({ openedAt: at, lastSeenAt: at, sessionHash: sha256(secret), language })
      .where(
        and(
          eq(candidateVisits.linkHash, sha256(token)),
          isNull(candidateVisits.openedAt),
          isNull(candidateVisits.endedAt),
          gt(candidateVisits.openUntil, at),
        ),
      )
      .returning()
    if (!visit) return null
    const { orgId, candidateId } = visit
    await audit(tx, { action: 'visit.opened', subjectType: 'candidate', subjectId: candidateId, orgId })
    return secret
  })
}

export type OpenVisit = { actor: CandidateActor; language: VisitLanguage }

const bySecret = (tx: Tx, secret: string) =>
  tx
    .select()
    .from(candidateVisits)
    .where(eq(candidateVisits.sessionHash, sha256(secret)))

/** Whose browser this is, or null for one whose visit is over. Being seen is written at most once a minute. */
export async function readVisit(secret: string | null): Promise<OpenVisit | null> {
  if (!secret || !isTokenShaped(secret)) return null
  return withActor(system('visit'), async (tx) => {
    const [visit] = await bySecret(tx, secret)
    const at = now()
    if (!visit || visitState(visit, at) !== 'open') return null
    const { orgId, candidateId, id: visitId, lastSeenAt, language } = visit
    if (+at - +(lastSeenAt ?? at) >= SEEN_EVERY) {
      await tx.update(candidateVisits).set({ lastSeenAt: at }).where(eq(candidateVisits.id, visitId))
    }
    return { actor: { kind: 'candidate', visitId, orgId, candidateId }, language: language ?? 'it' }
  })
}

/** Ends the visit of a browser: its cookie opens nothing from the next request on. */
export async function leaveVisit(secret: string | null): Promise<void> {
  if (!secret || !isTokenShaped(secret)) return
  await withActor(system('visit'), (tx) =>
    tx
      .update(candidateVisits)
      .set({ endedAt: now() })
      .where(and(eq(candidateVisits.sessionHash, sha256(secret)), isNull(candidateVisits.endedAt))),
  )
}

/** The language in which she goes on. */
export async function changeLanguage(secret: string | null, language: VisitLanguage): Promise<void> {
  if (!secret || !isTokenShaped(secret)) return
  await withActor(system('visit'), (tx) =>
    tx
      .update(candidateVisits)
      .set({ language })
      .where(eq(candidateVisits.sessionHash, sha256(secret))),
  )
}
