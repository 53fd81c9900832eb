import { and, desc, eq, or, type SQL } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { candidates } from '#db/schema/candidates.ts'
import { auditLog } from '#db/schema/operations.ts'
import { authorise } from '../access/authorise.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { audit } from './record.server.ts'

export const ACCESSES_PAGE = 20

export type PersonAccess = {
  id: string
  at: Date
  action: string
  denied: boolean
  /** She did it on her own pages. */
  herself: boolean
  /** A company, by a link that we sent it. */
  company: boolean
  /** Null for what the product did by itself, and for somebody whose account is gone. */
  who: string | null
}

/** What was done with a person, and what her own organisation's people were refused to do with her. */
const about = (orgId: OrganisationId, candidateId: CandidateId): SQL | undefined =>
  and(
    eq(auditLog.orgId, orgId),
    eq(auditLog.subjectId, candidateId),
    or(
      eq(auditLog.subjectType, 'candidate'),
      and(eq(auditLog.subjectType, 'route'), eq(auditLog.result, 'denied')),
    ),
  )

/**
 * A page of who opened a person's file and what was done with it, the latest first: for the case managers of her own
 * organisation. Looking is written down too.
 * @throws DomainError not_found for another organisation's person.
 */
export async function personAccesses(
  tx: Tx,
  { orgId, candidateId }: { orgId: OrganisationId; candidateId: CandidateId },
  page: number,
): Promise<{ code: string; accesses: PersonAccess[]; total: number }> {
  authorise(tx, 'candidate.read', { orgId })
  const [person] = await tx
    .select({ code: candidates.code })
    .from(candidates)
    .where(and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId)))
  if (!person) notFound()
  await audit(tx, { action: 'candidate.accesses_read', subjectType: 'candidate', subjectId: candidateId })
  const rows = await tx
    .select({
      id: auditLog.id,
      at: auditLog.at,
      action: auditLog.action,
      result: auditLog.result,
      role: auditLog.actorRole,
      who: users.name,
    })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorId))
    .where(about(orgId, candidateId))
    .orderBy(desc(auditLog.seq))
    .limit(ACCESSES_PAGE)
    .offset((page - 1) * ACCESSES_PAGE)
  return {
    code: person.code,
    accesses: rows.map(({ result, role, ...row }) => ({
      ...{ ...row, denied: result === 'denied', herself: role === 'candidate', company: role === 'link' },
    })),
    total: await tx.$count(auditLog, about(orgId, candidateId)),
  }
}
