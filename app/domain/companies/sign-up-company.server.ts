import { and, eq, sql } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { spendTries } from '../accounts/limits.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { stillAtWork } from '../follow-ups/task-assignee.server.ts'
import { indexCompany } from '../search/keep-index.server.ts'
import { system } from '../shared/actor.ts'
import type { CompanyId, ContactId, FollowUpId, UserId } from '../shared/ids.ts'
import { type Tx, withActor } from '../shared/with-actor.server.ts'
import { ACCESS_ASKED } from './access-requests.server.ts'
import { survivorOf } from './survivor.server.ts'
import type { SignUp } from './sign-up-company.schema.server.ts'

/** Sign-ups come one at a time: two for one partita IVA must not both find it free. Any number will do. */
const ONE_AT_A_TIME = 5_202_611

type Form = SignUp & { locale: string }
type Company = typeof companies.$inferSelect

/**
 * Signs a company up. Whoever asks reads the same page, whatever is known of the company or the address:
 * - an address that has an account gets a sign-in link;
 * - a new company is created, waiting for verification, with its contact, who gets a sign-in link;
 * - of a company the network knows already, a contact whose address the network wrote down herself gets a sign-in link;
 *   anybody else gets nothing, and a person of the network gets the task to call the company.
 * @throws TooManyTries.
 */
export async function signUpCompany(form: Form, address: string): Promise<void> {
  // An address that has an account is mailed a link: as often as by asking for one, and no more.
  await spendTries([
    { limit: 'sign_up', of: address },
    { limit: 'link', of: form.email },
  ])
  await withActor(system('sign-up'), async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ONE_AT_A_TIME})`)
    const [user] = await tx.select().from(users).where(eq(users.email, form.email))
    if (user) return sendLink(tx, user)
    const [numbered] = await tx.select().from(companies).where(eq(companies.vatId, form.vatId))
    if (!numbered) return createCompany(tx, form)
    const known = await survivorOf(tx, numbered.id)
    const [company] = await tx.select().from(companies).where(eq(companies.id, known))
    return company ? joinCompany(tx, company, form) : createCompany(tx, form)
  })
}

async function sendLink(
  tx: Tx,
  { id, role, active }: Pick<typeof users.$inferSelect, 'id' | 'role' | 'active'>,
) {
  if (role !== 'hr_contact' || !active) return
  await audit(tx, { action: 'account.link_asked', subjectType: 'user', subjectId: id })
  await emit(tx, 'account.sign_in_link_asked', { userId: id })
}

async function createCompany(tx: Tx, form: Form): Promise<void> {
  const companyId = newId<CompanyId>()
  const { vatId, sector, sizeBand, place: placeCode, company: name } = form
  await tx
    .insert(companies)
    .values({ id: companyId, vatId, name, sector, sizeBand, placeCode, createdAt: now() })
  await indexCompany(tx, companyId)
  const contactId = await addContact(tx, companyId, form, true)
  const userId = await addUser(tx, companyId, contactId, form)
  await audit(tx, { action: 'company.signed_up', subjectType: 'company', subjectId: companyId })
  await emit(tx, 'company.signed_up', { companyId, userId })
}

async function addContact(
  tx: Tx,
  companyId: CompanyId,
  { name, email, locale }: Form,
  active: boolean,
): Promise<ContactId> {
  const id = newId<ContactId>()
  await tx
    .insert(contacts)
    .values({ id, companyId, name, email, locale, role: 'hr', active, createdAt: now() })
  return id
}

async function addUser(
  tx: Tx,
  companyId: CompanyId,
  contactId: ContactId,
  { name, email, locale }: Form,
): Promise<UserId> {
  const id = newId<UserId>()
  await tx
    .insert(users)
    .values({ id, role: 'hr_contact', companyId, contactId, name, email, locale, createdAt: now() })
  return id
}

async function joinCompany(tx: Tx, company: Company, form: Form): Promise<void> {
  const hers = and(eq(contacts.companyId, company.id), eq(sql`lower(${contacts.email})`, form.email))
  const [contact] = await tx.select().from(contacts).where(hers)
  if (!contact) return askNetwork(tx, company, form)
  if (!contact.active) return
  const id = await addUser(tx, company.id, contact.id, form)
  await sendLink(tx, { id, role: 'hr_contact', active: true })
}

/** Keeps who asked as a contact that is not active yet, and asks the company's lead to call. */
async function askNetwork(tx: Tx, company: Company, form: Form): Promise<void> {
  const contactId = await addContact(tx, company.id, form, false)
  const lead = { assigneeId: company.leadUserId, assigneeOrgId: company.leadOrgId }
  await tx.insert(followUps).values({
    ...{ id: newId<FollowUpId>(), subjectType: 'company', subjectId: company.id, companyId: company.id },
    ...{ kind: 'task', template: ACCESS_ASKED, contactId, dueAt: now(), createdAt: now() },
    ...(await stillAtWork(tx, lead)),
  })
  await audit(tx, { action: 'company.access_asked', subjectType: 'company', subjectId: company.id })
}
