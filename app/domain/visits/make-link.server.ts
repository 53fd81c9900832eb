import { and, count, desc, eq, gt, isNull } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { randomToken, sha256 } from '#app/platform/crypto.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { candidateVisits } from '#db/schema/visits.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { HOUR } from '../shared/durations.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { OPEN_WITHIN, visitState, type VisitState } from './visit-lengths.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/** Links that one case manager makes in an hour: a morning of talks in a reception centre is far below. */
const LINKS_AN_HOUR = 30

const theOne = ({ orgId, candidateId }: Person) =>
  and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId))

const ofPerson = ({ orgId, candidateId }: Person) =>
  and(eq(candidateVisits.orgId, orgId), eq(candidateVisits.candidateId, candidateId))

/**
 * Makes a link to a person's own pages, in place of all that she had: one person, one browser, once.
 * @returns its secret, which is nowhere else: the database keeps the hash.
 * @throws DomainError not_found for another organisation's person, too_many for more links than anybody needs.
 */
export async function makeVisitLink(tx: Tx, person: Person): Promise<string> {
  const { orgId, candidateId } = person
  authorise(tx, 'candidate.write', { orgId })
  const madeBy = userIdOf(tx.actor)
  const known = await tx.$count(candidates, theOne(person))
  if (known === 0 || !madeBy) notFound()
  const at = now()
  const [made] = await tx
    .select({ links: count() })
    .from(candidateVisits)
    .where(
      and(
        eq(candidateVisits.orgId, orgId),
        eq(candidateVisits.madeBy, madeBy),
        gt(candidateVisits.madeAt, new Date(+at - HOUR)),
      ),
    )
  if ((made?.links ?? 0) >= LINKS_AN_HOUR) throw new DomainError('too_many', 'visits_too_many_links')
  await endAll(tx, person, at)
  const token = randomToken()
  await tx.insert(candidateVisits).values({
    ...{ orgId, id: newId<string>(), candidateId, madeBy, madeAt: at, linkHash: sha256(token) },
    openUntil: new Date(+at + OPEN_WITHIN),
  })
  await audit(tx, { action: 'visit.link_made', subjectType: 'candidate', subjectId: candidateId })
  return token
}

const endAll = (tx: Tx, person: Person, at: Date) =>
  tx
    .update(candidateVisits)
    .set({ endedAt: at })
    .where(and(ofPerson(person), isNull(candidateVisits.endedAt)))

/**
 * Ends a person's links and the browsers that opened them, from the commit on; with none open it does nothing.
 * @throws DomainError not_found for another organisation's person.
 */
export async function revokeVisits(tx: Tx, person: Person): Promise<void> {
  authorise(tx, 'candidate.write', { orgId: person.orgId })
  if ((await tx.$count(candidates, theOne(person))) === 0) notFound()
  const ended = await endAll(tx, person, now()).returning({ id: candidateVisits.id })
  if (ended.length === 0) return
  await audit(tx, { action: 'visit.revoked', subjectType: 'candidate', subjectId: person.candidateId })
}

export type LastVisit = { state: VisitState; openUntil: Date; openedAt: Date | null; linkHash: string }

/**
 * A person by her code, with her newest link and how far it got, or null where there was none.
 * @throws DomainError not_found for another organisation's person.
 */
export async function visitsOf(tx: Tx, person: Person): Promise<{ code: string; last: LastVisit | null }> {
  authorise(tx, 'candidate.read', { orgId: person.orgId })
  const [known] = await tx.select({ code: candidates.code }).from(candidates).where(theOne(person))
  if (!known) notFound()
  const [row] = await tx
    .select()
    .from(candidateVisits)
    .where(ofPerson(person))
    .orderBy(desc(candidateVisits.madeAt))
    .limit(1)
  if (!row) return { code: known.code, last: null }
  const { openUntil, openedAt, linkHash } = row
  return { code: known.code, last: { state: visitState(row, now()), openUntil, openedAt, linkHash } }
}
