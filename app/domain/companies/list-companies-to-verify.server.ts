import { and, asc, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies, companyVerifications, contacts, interactions } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DAY } from '../shared/durations.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { isMet } from './human-contact.server.ts'
import { shamHintsOf, type ShamHint } from './sham-hints.ts'

export type CompanyToVerify = {
  id: CompanyId
  name: string
  sector: string
  placeCode: string
  createdAt: Date
  approvals: number
  /** The reader has approved it: it waits for somebody else. */
  approvedByMe: boolean
  hints: ShamHint[]
}

/**
 * Companies that wait for verification, or that were refused, the longest known first, with what to look at twice. For
 * coordinators.
 */
export async function listCompaniesToVerify(
  tx: Tx,
  verification: 'pending' | 'rejected' = 'pending',
): Promise<CompanyToVerify[]> {
  authorise(tx, 'company.verify')
  const rows = await tx
    .select()
    .from(companies)
    .where(and(eq(companies.verification, verification), isNull(companies.mergedInto)))
    .orderBy(asc(companies.createdAt), asc(companies.id))
    .limit(200)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const signs = await signsOf(tx, ids)
  const decided = await tx
    .select()
    .from(companyVerifications)
    .where(and(inArray(companyVerifications.companyId, ids), isNull(companyVerifications.supersededAt)))
  const me = userIdOf(tx.actor)
  return rows.map(({ id, name, sector, placeCode, createdAt }) => {
    const own = decided.filter((row) => row.companyId === id && row.decision === 'approved')
    return {
      ...{ id, name, sector, placeCode, createdAt, approvals: own.length },
      approvedByMe: own.some((row) => row.userId === me),
      hints: shamHintsOf(signs(id)),
    }
  })
}

/** What the hints are drawn from, for some companies at once. */
export async function signsOf(tx: Tx, ids: CompanyId[]) {
  const known = await tx
    .select({ id: companies.id, website: companies.website })
    .from(companies)
    .where(inArray(companies.id, ids))
  const extracts = await tx
    .select({ companyId: companyVerifications.companyId })
    .from(companyVerifications)
    .where(
      and(
        inArray(companyVerifications.companyId, ids),
        eq(companyVerifications.registerChecked, true),
        isNull(companyVerifications.supersededAt),
      ),
    )
  const opened = await tx
    .select({ companyId: cards.companyId })
    .from(cards)
    .where(and(inArray(cards.companyId, ids), gte(cards.openedAt, new Date(+now() - 30 * DAY))))
  const written = await tx
    .select({ companyId: interactions.companyId, text: interactions.note })
    .from(interactions)
    .where(and(inArray(interactions.companyId, ids), eq(interactions.kind, 'mail')))
  const mails = await tx
    .select({ companyId: contacts.companyId, email: contacts.email })
    .from(contacts)
    .where(and(inArray(contacts.companyId, ids), eq(contacts.active, true)))
  const offered = await tx
    .select({
      companyId: openings.companyId,
      kind: openings.kind,
      payMonthlyCents: openings.payMonthlyCents,
      text: sql<string>`${openings.title} || ' ' || ${openings.tasks}`,
    })
    .from(openings)
    .where(and(inArray(openings.companyId, ids), inArray(openings.state, ['open', 'paused', 'closed'])))
  const met = await tx
    .select({ companyId: interactions.companyId })
    .from(interactions)
    .where(and(inArray(interactions.companyId, ids), isMet))
  return (id: CompanyId) => ({
    emails: mails.filter((row) => row.companyId === id).map(({ email }) => email),
    openings: offered.filter((row) => row.companyId === id),
    humanContacts: met.filter((row) => row.companyId === id).length,
    registerSeen: extracts.some((row) => row.companyId === id),
    website: known.find((row) => row.id === id)?.website ?? null,
    cardsOpened: opened.filter((row) => row.companyId === id).length,
    texts: [...offered, ...written].filter((row) => row.companyId === id).map(({ text }) => text),
  })
}
