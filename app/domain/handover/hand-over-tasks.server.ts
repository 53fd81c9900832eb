import { and, asc, eq, inArray } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { placements, proposals } from '#db/schema/proposals.ts'
import { audit } from '../audit/record.server.ts'
import { handedOnBy } from '../follow-ups/handing-on.ts'
import { DomainError } from '../shared/errors.ts'
import type { CandidateId, CardId, CompanyId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Giver } from './giver.server.ts'
import type { To } from './hand-over-companies.server.ts'
import type { HandOver } from './hand-over.schema.server.ts'

type Task = typeof followUps.$inferSelect

/**
 * Puts each open task into the day of whoever goes on with what it is about: the person's new case manager, the company's
 * new lead, or the one who gets the rest. It stays the same task, on the same day, and says from whom it comes.
 */
export async function handOverTasks(
  tx: Tx,
  giver: Giver,
  input: HandOver,
  to: To,
  byCandidate: ReadonlyMap<CandidateId, UserId>,
): Promise<number> {
  const tasks = await tx
    .select()
    .from(followUps)
    .where(
      and(eq(followUps.assigneeId, giver.userId), eq(followUps.kind, 'task'), eq(followUps.state, 'planned')),
    )
    .orderBy(asc(followUps.id))
    .for('update')
  const personOf = await personsBehind(tx, giver, tasks)
  const leadOf = await leadsOf(
    tx,
    tasks.map(({ companyId }) => companyId),
  )
  for (const task of tasks) {
    const receiver = receiverOf(task)
    await tx
      .update(followUps)
      .set({
        assigneeId: receiver.userId,
        assigneeOrgId: receiver.orgId,
        why: handedOnBy(giver.userId),
      })
      .where(eq(followUps.id, task.id))
    await audit(tx, {
      ...{ action: 'follow_up.handed_on', subjectType: 'follow_up', subjectId: task.id },
      orgId: giver.orgId,
    })
  }
  return tasks.length

  function receiverOf({ subjectType, subjectId, companyId }: Task) {
    const person = personOf.get(subjectId)
    const follower = person && byCandidate.get(person)
    // A task about a placement stays in the organisation of the person, whoever follows her.
    if (follower ?? subjectType === 'placement') {
      const chosen = follower ?? input.peopleTo
      if (!chosen) throw new DomainError('invalid', 'handover_people_to_missing', 'peopleTo')
      return to.ofPeople(chosen, 'peopleTo')
    }
    const handedTo = input.company[companyId] && leadOf.get(companyId)
    return to.ofTasks(handedTo ?? input.companiesTo, 'companiesTo')
  }
}

/** The persons of the giver's organisation whom tasks about a card or a placement concern. */
async function personsBehind(
  tx: Tx,
  giver: Giver,
  tasks: readonly Task[],
): Promise<Map<string, CandidateId>> {
  const idsOf = (type: Task['subjectType']) =>
    tasks.flatMap(({ subjectType, subjectId }) => (subjectType === type ? [subjectId] : []))
  const cardIds = idsOf('card') as CardId[]
  const placementIds = idsOf('placement')
  if (cardIds.length + placementIds.length === 0) return new Map()
  const proposed = await tx
    .select({ id: proposals.cardId, candidateId: proposals.candidateId })
    .from(proposals)
    .where(and(eq(proposals.orgId, giver.orgId), inArray(proposals.cardId, cardIds)))
  const placed = await tx
    .select({ id: placements.id, candidateId: placements.candidateId })
    .from(placements)
    .where(and(eq(placements.orgId, giver.orgId), inArray(placements.id, placementIds)))
  return new Map(
    [...proposed, ...placed].map(({ id, candidateId }): [string, CandidateId] => [id, candidateId]),
  )
}

async function leadsOf(tx: Tx, ids: readonly CompanyId[]): Promise<Map<CompanyId, UserId>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: companies.id, lead: companies.leadUserId })
    .from(companies)
    .where(inArray(companies.id, [...ids]))
  return new Map(rows.flatMap(({ id, lead }) => (lead ? [[id, lead] as const] : [])))
}
