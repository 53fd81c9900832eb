import { and, desc, eq } from 'drizzle-orm'
import { organisations } from '#db/schema/accounts.ts'
import { erasures } from '#db/schema/erasures.ts'
import { authorise } from '../access/authorise.server.ts'
import { notFound } from '../shared/errors.ts'
import type { ErasureId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export const ERASURES_PAGE = 20

/** A certificate says that somebody was erased, and nothing by which anybody could tell who. */
const certificate = {
  id: erasures.id,
  why: erasures.why,
  erasedAt: erasures.erasedAt,
  consents: erasures.consents,
  cards: erasures.cards,
  placements: erasures.placements,
  organisation: organisations.name,
}

const select = (tx: Tx) =>
  tx.select(certificate).from(erasures).innerJoin(organisations, eq(organisations.id, erasures.orgId))

export type Certificate = Awaited<ReturnType<typeof select>>[number]

/** A page of an organisation's certificates, the latest first. */
export async function listErasures(
  tx: Tx,
  orgId: OrganisationId,
  page: number,
): Promise<{ certificates: Certificate[]; total: number }> {
  authorise(tx, 'candidate.read', { orgId })
  const own = eq(erasures.orgId, orgId)
  const certificates = await select(tx)
    .where(own)
    .orderBy(desc(erasures.erasedAt))
    .limit(ERASURES_PAGE)
    .offset((page - 1) * ERASURES_PAGE)
  return { certificates, total: await tx.$count(erasures, own) }
}

/** One certificate. @throws DomainError not_found for another organisation's. */
export async function readErasure(tx: Tx, orgId: OrganisationId, id: ErasureId): Promise<Certificate> {
  authorise(tx, 'candidate.read', { orgId })
  const [found] = await select(tx).where(and(eq(erasures.orgId, orgId), eq(erasures.id, id)))
  return found ?? notFound()
}
