import { and, asc, count, eq } from 'drizzle-orm'
import { newId } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { placeByCode } from '../places/places.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type OrganisationRow = {
  id: OrganisationId
  name: string
  place: string
  active: boolean
  people: number
}

const record = (tx: Tx, action: string, id: OrganisationId) =>
  audit(tx, { action, subjectType: 'organisation', subjectId: id })

/** The partners of the network by name, each with how many of its people have an active account. */
export async function listOrganisations(tx: Tx): Promise<OrganisationRow[]> {
  authorise(tx, 'accounts.manage')
  const rows = await tx
    .select({ organisation: organisations, people: count(users.id) })
    .from(organisations)
    .leftJoin(users, and(eq(users.orgId, organisations.id), eq(users.active, true)))
    .groupBy(organisations.id)
    .orderBy(asc(organisations.name), asc(organisations.id))
  return rows.map(({ organisation: { id, name, placeCode, active }, people }) => {
    return { id, name, active, people, place: placeByCode(placeCode)?.name ?? placeCode }
  })
}

/** Takes a partner into the network. */
export async function addOrganisation(
  tx: Tx,
  { name, place }: { name: string; place: string },
): Promise<void> {
  authorise(tx, 'accounts.manage')
  const id = newId<OrganisationId>()
  await tx.insert(organisations).values({ id, name, placeCode: place })
  await record(tx, 'organisation.added', id)
}

/** Gives a partner another name. */
export async function renameOrganisation(tx: Tx, id: OrganisationId, name: string): Promise<void> {
  authorise(tx, 'accounts.manage')
  const renamed = await tx
    .update(organisations)
    .set({ name })
    .where(eq(organisations.id, id))
    .returning({ id: organisations.id })
  if (renamed.length === 0) notFound()
  await record(tx, 'organisation.renamed', id)
}

/**
 * Takes a partner out of the network, or in again. Its people and their work stay where they are, so its accounts have
 * to be deactivated first, one by one, by somebody who knows who takes their place.
 * @throws DomainError conflict while it has active accounts.
 */
export async function setOrganisationActive(tx: Tx, id: OrganisationId, active: boolean): Promise<void> {
  authorise(tx, 'accounts.manage')
  const [changed] = await tx.update(organisations).set({ active }).where(eq(organisations.id, id)).returning()
  if (!changed) notFound()
  const inIt = and(eq(users.orgId, id), eq(users.active, true))
  const [people] = await tx.select({ total: count() }).from(users).where(inIt)
  if (!active && people && people.total > 0)
    throw new DomainError('conflict', 'admin_organisation_has_people')
  await record(tx, active ? 'organisation.reactivated' : 'organisation.deactivated', id)
}
