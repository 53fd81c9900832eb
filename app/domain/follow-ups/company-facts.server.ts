import { and, asc, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import { type companies, companyReferrals, contacts, interactions } from '#db/schema/companies.ts'
import { auditLog } from '#db/schema/operations.ts'
import type { CompanyId, ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { WARM_SCORE } from '../trust/slope.ts'
import type { Fact, plainFactTypes, Subject } from './facts.ts'

type CompanyRow = typeof companies.$inferSelect
type ContactRow = typeof contacts.$inferSelect

/** Acts that leave no column of their own behind; the audit log, which nobody can change, has their times. */
const recordedActs: Record<string, (typeof plainFactTypes)[number]> = {
  'company.paused': 'company_paused',
  'company.resumed': 'company_resumed',
  'opening.paused': 'opening_paused',
  'opening.resumed': 'opening_resumed',
  'opening.kept': 'opening_kept',
}

/** The facts that the audit log keeps about some companies or openings. */
export async function actsRecorded(
  tx: Tx,
  type: 'company' | 'opening',
  ids: readonly string[],
  relatedTo: (id: string) => readonly Subject[],
): Promise<Fact[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ id: auditLog.id, at: auditLog.at, action: auditLog.action, subjectId: auditLog.subjectId })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subjectType, type),
        inArray(auditLog.subjectId, [...ids]),
        inArray(auditLog.action, Object.keys(recordedActs)),
        eq(auditLog.result, 'ok'),
      ),
    )
  return rows.flatMap(({ id, at, action, subjectId }) => {
    const fact = recordedActs[action]
    if (!fact || !subjectId) return []
    return [{ id, type: fact, at, subject: { type, id: subjectId }, related: relatedTo(subjectId) }]
  })
}

/** Whoever answers for the company: an HR contact before others, one who reads our mail before one who does not. */
export async function contactOf(tx: Tx, companyId: CompanyId): Promise<ContactRow | null> {
  const rows = await tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.companyId, companyId), eq(contacts.active, true), isNotNull(contacts.email)))
    .orderBy(asc(contacts.createdAt))
  const rank = (row: ContactRow) =>
    (row.unsubscribedAt ? 4 : 0) + ['hr', 'owner', 'other', 'tutor'].indexOf(row.role)
  return rows.toSorted((a, b) => rank(a) - rank(b))[0] ?? null
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
  const facts: Fact[] = [{ id: `added:${company.id}`, type: 'company_added', at: company.createdAt, ...own }]
  facts.push(...(await actsRecorded(tx, 'company', [company.id], () => related)))

  if (company.doNotContact) facts.push({ id: `silent:${company.id}`, type: 'do_not_contact', at, ...own })
  if (company.pausedUntil && company.pausedUntil > at) {
    facts.push({ id: `paused:${company.id}`, type: 'company_paused', at, ...own })
  } else if (company.pausedUntil) {
    const id = `resumed:${company.id}:${company.pausedUntil.getTime()}`
    facts.push({ id, type: 'company_resumed', at: company.pausedUntil, ...own })
  }
  if (company.trustScore >= WARM_SCORE) {
    facts.push({ id: `warm:${company.id}`, type: 'score_warm', at: company.trustScoreAt ?? at, ...own })
  }

  const unsubscribed = await tx
    .select({ id: contacts.id, at: contacts.unsubscribedAt })
    .from(contacts)
    .where(and(eq(contacts.companyId, company.id), isNotNull(contacts.unsubscribedAt)))
  for (const { id, at: since } of unsubscribed) {
    facts.push({ id: `left:${id}`, type: 'unsubscribed', at: since ?? at, subject: { type: 'contact', id } })
  }
  const talks = await tx
    .select({ id: interactions.id, at: interactions.occurredAt, recordedAt: interactions.createdAt })
    .from(interactions)
    .where(and(eq(interactions.companyId, company.id), ne(interactions.outcome, 'no_answer')))
  facts.push(...talks.map((talk): Fact => ({ type: 'contacted', ...talk, ...own })))
  const referrals = await tx
    .select({ id: companyReferrals.id, at: companyReferrals.at })
    .from(companyReferrals)
    .where(eq(companyReferrals.fromCompanyId, company.id))
  facts.push(...referrals.map((referral): Fact => ({ type: 'referral_made', ...referral, ...own })))
  return facts
}
