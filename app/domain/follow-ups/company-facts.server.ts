import { and, asc, eq, inArray, isNotNull, ne, notInArray } from 'drizzle-orm'
import { type companies, companyReferrals, contacts, interactions } from '#db/schema/companies.ts'
import { eventInvitations } from '#db/schema/events.ts'
import { auditLog } from '#db/schema/operations.ts'
import type { ContactId } from '../shared/ids.ts'
import { writeAudits } from '../shared/pending-audits.server.ts'
import { together } from '../shared/together.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { COOLING } from '../trust/note-cooling.server.ts'
import { isWarm } from '../trust/slope.ts'
import { standingChanges } from '../trust/standing-changes.server.ts'
import type { Fact, Subject } from './facts.ts'
import { pauseFacts } from './pauses.ts'

type CompanyRow = typeof companies.$inferSelect

type Act = { id: string; at: Date; action: string; subjectId: string }

/** Acts that leave no column of their own behind; the audit log, which nobody can change, has their times. */
export async function actsOn(
  tx: Tx,
  subjectType: 'company' | 'opening' | 'placement' | 'event',
  ids: readonly string[],
  actions: readonly string[],
): Promise<Act[]> {
  if (ids.length === 0) return []
  await writeAudits(tx)
  const rows = await tx
    .select({ id: auditLog.id, at: auditLog.at, action: auditLog.action, subjectId: auditLog.subjectId })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subjectType, subjectType),
        inArray(auditLog.subjectId, [...ids]),
        inArray(auditLog.action, [...actions]),
        eq(auditLog.result, 'ok'),
      ),
    )
    .orderBy(asc(auditLog.at))
  return rows.map(({ subjectId, ...row }) => ({ ...row, subjectId: subjectId ?? '' }))
}

/** Facts about the company itself. What is only known as a state of now is dated `at`, after all that it ends. */
export async function companyFacts(
  tx: Tx,
  company: CompanyRow,
  contactId: ContactId | null,
  at: Date,
): Promise<Fact[]> {
  const subject: Subject = { type: 'company', id: company.id }
  const related: Subject[] = contactId ? [{ type: 'contact', id: contactId }] : []
  const own = { subject, related }
  // Whoever answers an invitation has said nothing of the rest: it is a fact of its own.
  const answers = tx
    .select({ id: eventInvitations.answerInteractionId })
    .from(eventInvitations)
    .where(and(eq(eventInvitations.companyId, company.id), isNotNull(eventInvitations.answerInteractionId)))
  const [changes, cooled, unsubscribed, talks, referrals] = await together([
    standingChanges(tx, [company.id]),
    actsOn(tx, 'company', [company.id], [COOLING.began]),
    tx
      .select({ id: contacts.id, at: contacts.unsubscribedAt })
      .from(contacts)
      .where(and(eq(contacts.companyId, company.id), isNotNull(contacts.unsubscribedAt))),
    tx
      .select({ id: interactions.id, at: interactions.occurredAt, recordedAt: interactions.createdAt })
      .from(interactions)
      .where(
        and(
          eq(interactions.companyId, company.id),
          ne(interactions.outcome, 'no_answer'),
          notInArray(interactions.id, answers),
        ),
      ),
    tx
      .select({ id: companyReferrals.id, at: companyReferrals.at })
      .from(companyReferrals)
      .where(eq(companyReferrals.fromCompanyId, company.id)),
  ])
  const facts: Fact[] = [{ id: `added:${company.id}`, type: 'company_added', at: company.createdAt, ...own }]
  const pauses = pauseFacts(changes.get(company.id) ?? [], company.pausedUntil, at)
  facts.push(...pauses.map((pause): Fact => ({ ...pause, ...own })))
  facts.push(...cooled.map(({ id, at: when }): Fact => ({ id, type: 'score_cooling', at: when, ...own })))
  if (company.doNotContact) facts.push({ id: `silent:${company.id}`, type: 'do_not_contact', at, ...own })
  if (isWarm(company.trustScore, company.trustSlope)) {
    facts.push({ id: `warm:${company.id}`, type: 'score_warm', at: company.trustScoreAt ?? at, ...own })
  }
  for (const { id, at: since } of unsubscribed) {
    facts.push({ id: `left:${id}`, type: 'unsubscribed', at: since ?? at, subject: { type: 'contact', id } })
  }
  facts.push(...talks.map((talk): Fact => ({ type: 'contacted', ...talk, ...own })))
  facts.push(...referrals.map((referral): Fact => ({ type: 'referral_made', ...referral, ...own })))
  return facts
}
