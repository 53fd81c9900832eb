import { eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { keepAtWork } from '../ownership/owner-lock.server.ts'
import { indexCompany } from '../search/keep-index.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { NewCompany } from './add-company.schema.server.ts'
import { addContact } from './add-contact.server.ts'
import { similarCompanies } from './similar-companies.server.ts'

/**
 * Writes down a company that somebody of the network has met. It waits for verification like one that signed up, and a
 * case manager who adds it leads it.
 * @throws DomainError conflict when the network knows its partita IVA already, and when it knows a company of that name or
 * domain, until somebody says that this is another.
 */
export async function addCompany(tx: Tx, input: NewCompany): Promise<CompanyId> {
  const actor = actingStaff(tx, 'company.add')
  if (!(await keepAtWork(tx, actor.userId))) throw new DomainError('forbidden', 'forbidden')
  const { vatId, name, sector, sizeBand, place: placeCode, website } = input
  const lead = actor.role === 'case_manager' ? { leadOrgId: actor.orgId, leadUserId: actor.userId } : {}
  const companyId = newId<CompanyId>()
  if ((await tx.$count(companies, eq(companies.vatId, vatId))) > 0) throw vatKnown()
  if (!input.distinct && (await similarTo(tx, input)).length > 0)
    throw new DomainError('conflict', 'duplicates_known', 'distinct')
  const added = await tx
    .insert(companies)
    .values({
      ...{ id: companyId, vatId, name, sector, sizeBand, placeCode, website },
      ...lead,
      createdAt: now(),
    })
    .onConflictDoNothing({ target: companies.vatId })
    .returning({ id: companies.id })
  // Somebody wrote the same one down at this moment.
  if (added.length === 0) throw vatKnown()
  await indexCompany(tx, companyId)
  await audit(tx, { action: 'company.added', subjectType: 'company', subjectId: companyId })
  await emit(tx, 'company.added', { companyId })

  const { contactName, contactRole: role, contactEmail: email, contactPhone: phone } = input
  if (contactName) await addContact(tx, companyId, { name: contactName, role, locale: 'it', email, phone })
  return companyId
}

const vatKnown = () => new DomainError('conflict', 'relationship_vat_known', 'vatId')

/** The companies of the network that may be the one that a form describes. */
export const similarTo = (tx: Tx, { name, place, website, contactEmail }: NewCompany) =>
  similarCompanies(tx, {
    ...{ name, placeCode: place, website: website ?? null },
    emails: contactEmail ? [contactEmail] : [],
  })
