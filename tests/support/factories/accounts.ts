import type { HrActor, StaffActor, StaffRole } from '#app/domain/shared/actor.ts'
import { system } from '#app/domain/shared/actor.ts'
import type { CompanyId, ContactId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { next, vatIdOf } from './sequence.ts'

/** An organisation of the network. */
export async function anOrganisation(name = `Ente ${next()}`): Promise<OrganisationId> {
  const id = newId<OrganisationId>()
  await withActor(system('test'), (tx) => tx.insert(organisations).values({ id, name, placeCode: '001272' }))
  return id
}

/** A signed-in person of the network, with an organisation of her own unless one is given. */
export async function aStaff(role: StaffRole = 'case_manager', orgId?: OrganisationId): Promise<StaffActor> {
  const org = orgId ?? (await anOrganisation())
  const number = next()
  const actor: StaffActor = {
    kind: 'staff',
    role,
    userId: newId<UserId>(),
    orgId: org,
    name: `Persona ${number}`,
  }
  await withActor(system('test'), (tx) =>
    tx.insert(users).values({
      id: actor.userId,
      role,
      orgId: org,
      name: actor.name,
      email: `${role}-${number}@rete.example`,
      createdAt: now(),
    }),
  )
  return actor
}

/** An employer, verified unless asked otherwise. */
export async function aCompany(values: Partial<typeof companies.$inferInsert> = {}): Promise<CompanyId> {
  const id = values.id ?? newId<CompanyId>()
  const number = next()
  await withActor(system('test'), (tx) =>
    tx.insert(companies).values({
      id,
      vatId: vatIdOf(1000 + number),
      name: `Azienda ${number}`,
      sector: 'hospitality',
      sizeBand: 'small',
      placeCode: '001272',
      verification: 'verified',
      createdAt: now(),
      ...values,
    }),
  )
  return id
}

/** A signed-in HR contact, with a verified company of her own unless one is given. */
export async function anHrContact(companyId?: CompanyId): Promise<HrActor> {
  const company = companyId ?? (await aCompany())
  const number = next()
  const email = `hr-${number}@azienda.example`
  const actor: HrActor = {
    kind: 'hr',
    role: 'hr_contact',
    userId: newId<UserId>(),
    companyId: company,
    contactId: newId<ContactId>(),
    name: `Referente ${number}`,
  }
  await withActor(system('test'), async (tx) => {
    await tx.insert(contacts).values({
      id: actor.contactId,
      companyId: company,
      name: actor.name,
      email,
      role: 'hr',
      createdAt: now(),
    })
    await tx.insert(users).values({
      id: actor.userId,
      role: 'hr_contact',
      companyId: company,
      contactId: actor.contactId,
      name: actor.name,
      email,
      createdAt: now(),
    })
  })
  return actor
}
