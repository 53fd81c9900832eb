import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { events } from '#db/schema/events.ts'
import { helpRequests, proposals } from '#db/schema/proposals.ts'
import { testimonials } from '#db/schema/stories.ts'
import { audit } from '../audit/record.server.ts'
import { openThreads } from '../ownership/open-threads.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CandidateId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Giver } from './giver.server.ts'
import type { To } from './hand-over-companies.server.ts'
import type { HandOver } from './hand-over.schema.server.ts'

export type PeopleHandedOver = {
  people: number
  threads: number
  /** Who follows each of them now. */
  byCandidate: Map<CandidateId, UserId>
}

/** Gives each person another case manager of her organisation, and what is under way with others to who goes on with it. */
export async function handOverPeople(
  tx: Tx,
  giver: Giver,
  input: HandOver,
  to: To,
): Promise<PeopleHandedOver> {
  const people = await tx
    .select({ id: candidates.id, version: candidates.version })
    .from(candidates)
    .where(
      and(
        eq(candidates.orgId, giver.orgId),
        eq(candidates.caseManagerId, giver.userId),
        ne(candidates.state, 'closed'),
      ),
    )
    .orderBy(asc(candidates.id))
    .for('update')
  const threads = await openThreads(tx, giver.userId)
  if (people.length + threads.proposals.length > 0 && !input.peopleTo) {
    throw new DomainError('invalid', 'handover_people_to_missing', 'peopleTo')
  }
  const byCandidate = new Map<CandidateId, UserId>()
  for (const { id, version } of people) {
    const chosen = input.person[id]
    const { userId } = chosen
      ? to.ofPeople(chosen, `person.${id}`)
      : to.ofPeople(input.peopleTo ?? '', 'peopleTo')
    await tx
      .update(candidates)
      .set({ caseManagerId: userId, version: version + 1 })
      .where(and(eq(candidates.orgId, giver.orgId), eq(candidates.id, id)))
    await audit(tx, {
      ...{ action: 'candidate.handed_over', subjectType: 'candidate', subjectId: id },
      orgId: giver.orgId,
    })
    byCandidate.set(id, userId)
  }
  for (const { orgId, id, candidateId } of threads.proposals) {
    const userId = byCandidate.get(candidateId) ?? to.ofPeople(input.peopleTo ?? '', 'peopleTo').userId
    await tx
      .update(proposals)
      .set({ proposedBy: userId })
      .where(and(eq(proposals.orgId, orgId), eq(proposals.id, id)))
  }
  await handOverRequests(tx, input, to, threads)
  const open = Object.values(threads).reduce((sum, list) => sum + list.length, 0)
  return { people: people.length, threads: open, byCandidate }
}

type Threads = Awaited<ReturnType<typeof openThreads>>

/**
 * Requests to colleagues go on within the organisation, those to a company with whoever leads it now, an event with who gets
 * the companies.
 */
async function handOverRequests(tx: Tx, input: HandOver, to: To, threads: Threads): Promise<void> {
  const asked = threads.helpRequests.map(({ id }) => id)
  if (asked.length > 0) {
    const { userId } = to.ofTasks(input.peopleTo ?? input.companiesTo, 'peopleTo')
    await tx.update(helpRequests).set({ requestedBy: userId }).where(inArray(helpRequests.id, asked))
  }
  for (const { id } of threads.events) {
    const { userId: ownerId, orgId } = to.ofTasks(input.companiesTo, 'companiesTo')
    await tx.update(events).set({ ownerId, orgId }).where(eq(events.id, id))
  }
  for (const { id, companyId } of threads.testimonials) {
    const [company] = await tx
      .select({ leadUserId: companies.leadUserId, leadOrgId: companies.leadOrgId })
      .from(companies)
      .where(eq(companies.id, companyId))
    const other = to.ofTasks(input.companiesTo, 'companiesTo')
    await tx
      .update(testimonials)
      .set({
        throughUserId: company?.leadUserId ?? other.userId,
        throughOrgId: company?.leadUserId && company.leadOrgId ? company.leadOrgId : other.orgId,
      })
      .where(eq(testimonials.id, id))
  }
}
