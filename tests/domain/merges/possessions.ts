import { sql } from 'drizzle-orm'
import { logInteraction } from '#app/domain/companies/log-interaction.server.ts'
import { makeReferral } from '#app/domain/companies/make-referral.server.ts'
import { ownedByCompany } from '#app/domain/merges/owned-by-company.ts'
import { system, type HrActor, type StaffActor } from '#app/domain/shared/actor.ts'
import type {
  CompanyId,
  EventId,
  FollowUpId,
  InvitationId,
  OpeningId,
  OutboxId,
  QuestionId,
} from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import type { companies } from '#db/schema/companies.ts'
import { eventInvitations, events } from '#db/schema/events.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { inboundMails } from '#db/schema/inbound-mails.ts'
import { openingQuestions } from '#db/schema/opening-questions.ts'
import { placements } from '#db/schema/proposals.ts'
import { testimonials } from '#db/schema/stories.ts'
import { aCompany, anHrContact } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { aStory } from '#tests/support/factories/stories.ts'

/** Ids of everything a company owns, by table and column. */
export const possessions = (id: CompanyId) =>
  withActor(system('test'), async (tx) => {
    const found: Record<string, string[]> = {}
    for (const [table, column] of ownedByCompany) {
      const rows = await tx.execute<{ id: string }>(
        sql`select id from ${sql.identifier(table)} where ${sql.identifier(column)} = ${id} order by id`,
      )
      found[`${table}.${column}`] = rows.map((row) => row.id)
    }
    return found
  })

export type Wealthy = { id: CompanyId; hr: HrActor; openingId: OpeningId; person: CandidateRef }

/** A company that owns something of every kind, most of it through `giulia`. */
export async function aWealthyCompany(
  giulia: StaffActor,
  values: Partial<typeof companies.$inferInsert> = {},
): Promise<Wealthy> {
  const id = await aCompany(values)
  const hr = await anHrContact(id)
  const { contactId } = hr
  const openingId = await anOpening({ companyId: id })
  const person = await aCandidate({ orgId: giulia.orgId })
  await aCard({ companyId: id, contactId, openingId, proposedBy: giulia.userId, candidate: person })
  await aStory({ companyId: id })
  await withActor(giulia, (tx) => logInteraction(tx, id, { kind: 'visit', outcome: 'positive', contactId }))
  await withActor(giulia, async (tx) => {
    await makeReferral(tx, { from: id, to: await aCompany() })
    await makeReferral(tx, { from: await aCompany(), to: id })
  })
  await withActor(system('test'), async (tx) => {
    const { orgId, candidateId } = person
    await tx.insert(placements).values({
      ...{ orgId, id: newId<string>(), candidateId, openingId, companyId: id, kind: 'internship' },
      ...{ state: 'active', startsOn: '2026-11-02', createdAt: now() },
    })
    await tx.insert(testimonials).values({
      ...{ id: newId<string>(), companyId: id, state: 'asked', scope: 'web', askedAt: now() },
      ...{ throughUserId: giulia.userId, throughOrgId: giulia.orgId },
    })
    const eventId = newId<EventId>()
    await tx.insert(events).values({
      ...{
        id: eventId,
        orgId: giulia.orgId,
        ownerId: giulia.userId,
        kind: 'open_day',
        title: 'Porte aperte',
      },
      ...{ purpose: 'Vedersi', place: 'Torino', startsAt: now(), endsAt: now(), createdAt: now() },
    })
    await tx.insert(eventInvitations).values({
      ...{ id: newId<InvitationId>(), eventId, companyId: id, contactId },
      ...{ invitedBy: giulia.userId, invitedAt: now() },
    })
    await tx.insert(openingQuestions).values({
      ...{ id: newId<QuestionId>(), orgId: giulia.orgId, openingId, companyId: id, contactId },
      ...{ editKey: 'start', subject: 'Orario', body: 'Si può?', askedBy: giulia.userId, askedAt: now() },
    })
    await tx.insert(mails).values({
      ...{ id: newId<string>(), outboxId: newId<OutboxId>(), template: 'company', class: 'company' },
      ...{ contactId, companyId: id, subjectType: 'company', subjectId: id, messageId: newId<string>() },
      createdAt: now(),
    })
    await tx.insert(inboundMails).values({
      ...{ id: newId<string>(), fingerprint: newId<string>(), kind: 'reply', contactId, companyId: id },
      receivedAt: now(),
    })
    const task = { subjectType: 'company', subjectId: id, companyId: id, kind: 'task' } as const
    await tx.insert(followUps).values([
      {
        id: newId<FollowUpId>(),
        ...task,
        template: 'by_hand',
        title: 'Ciao',
        dueAt: now(),
        createdAt: now(),
      },
      { id: newId<FollowUpId>(), ...task, ruleKey: 'silence', template: 'x', dueAt: now(), createdAt: now() },
    ])
  })
  return { id, hr, openingId, person }
}
