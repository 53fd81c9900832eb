import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { organisations, users } from '#db/schema/accounts.ts'
import { companies, companyVerifications, contacts, interactions } from '#db/schema/companies.ts'
import { companyFiles } from '#db/schema/files.ts'
import { openings } from '#db/schema/openings.ts'
import { authorise } from '../access/authorise.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { isMet } from './human-contact.server.ts'
import { signsOf } from './list-companies-to-verify.server.ts'
import { shamHintsOf } from './sham-hints.ts'

/** Everything a coordinator looks at before she decides about a company, and what was decided so far. */
export async function loadVerification(tx: Tx, companyId: CompanyId) {
  authorise(tx, 'company.verify')
  const [company] = await tx.select().from(companies).where(eq(companies.id, companyId))
  if (!company) notFound()
  const people = await tx
    .select({ id: contacts.id, name: contacts.name, email: contacts.email, phone: contacts.phone })
    .from(contacts)
    .where(and(eq(contacts.companyId, companyId), eq(contacts.active, true)))
    .orderBy(asc(contacts.createdAt))
  const posted = await tx
    .select({ id: openings.id, title: openings.title, kind: openings.kind, pay: openings.payMonthlyCents })
    .from(openings)
    .where(and(eq(openings.companyId, companyId), ne(openings.state, 'draft')))
    .orderBy(desc(openings.postedAt))
    .limit(20)
  const decisions = await decisionsOn(tx, companyId)
  const { id, name, vatId, sector, sizeBand, placeCode, website, verification, createdAt } = company
  return {
    company: { id, name, vatId, sector, sizeBand, placeCode, website, verification, createdAt },
    contacts: people,
    openings: posted,
    met: await meetingsWith(tx, companyId),
    extracts: await tx.$count(companyFiles, eq(companyFiles.companyId, companyId)),
    decisions,
    hints: shamHintsOf((await signsOf(tx, [companyId]))(companyId)),
    decidedByMe: decisions.some(
      ({ userId, supersededAt }) => supersededAt === null && userId === userIdOf(tx.actor),
    ),
  }
}

export type Verification = Awaited<ReturnType<typeof loadVerification>>

const decisionsOn = (tx: Tx, companyId: CompanyId) =>
  tx
    .select({
      userId: companyVerifications.userId,
      by: users.name,
      decision: companyVerifications.decision,
      note: companyVerifications.note,
      at: companyVerifications.at,
      supersededAt: companyVerifications.supersededAt,
    })
    .from(companyVerifications)
    .leftJoin(users, eq(users.id, companyVerifications.userId))
    .where(eq(companyVerifications.companyId, companyId))
    .orderBy(asc(companyVerifications.at))

/** The logged human contacts, the latest first. */
const meetingsWith = (tx: Tx, companyId: CompanyId) =>
  tx
    .select({
      id: interactions.id,
      kind: interactions.kind,
      at: interactions.occurredAt,
      by: users.name,
      organisation: organisations.name,
    })
    .from(interactions)
    .leftJoin(users, eq(users.id, interactions.userId))
    .leftJoin(organisations, eq(organisations.id, interactions.orgId))
    .where(and(eq(interactions.companyId, companyId), isMet))
    .orderBy(desc(interactions.occurredAt))
    .limit(10)
