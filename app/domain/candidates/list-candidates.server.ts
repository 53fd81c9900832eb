import { and, asc, desc, eq, inArray, like, or, sql, type SQL } from 'drizzle-orm'
import { candidates, profiles } from '#db/schema/candidates.ts'
import { cards, proposals } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export const CANDIDATES_PAGE = 20

/** A search leaves the form as a code's beginning, a surname's blind indexes, or both: never as a name. */
export type CandidateSearch = { codePrefix?: string; surnameIndex?: string }

export type LastProposal = Pick<typeof cards.$inferSelect, 'state' | 'answer'> & { at: Date }

export type CandidateLine = {
  candidateId: CandidateId
  code: string
  state: (typeof candidates.$inferSelect)['state']
  professionCode: string
  matchable: boolean
  waitingSince: string
  lastProposal: LastProposal | null
}

function found({ codePrefix, surnameIndex }: CandidateSearch): SQL | undefined {
  return or(
    codePrefix === undefined ? undefined : like(candidates.code, `${codePrefix}%`),
    surnameIndex === undefined ? undefined : inArray(candidates.lastNameIndex, surnameIndex.split('.')),
  )
}

async function lastProposals(
  tx: Tx,
  orgId: OrganisationId,
  ids: readonly CandidateId[],
): Promise<Map<CandidateId, LastProposal>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({
      candidateId: proposals.candidateId,
      state: cards.state,
      answer: cards.answer,
      at: proposals.at,
    })
    .from(proposals)
    .innerJoin(cards, eq(cards.id, proposals.cardId))
    .where(and(eq(proposals.orgId, orgId), inArray(proposals.candidateId, [...ids])))
    .orderBy(asc(proposals.at))
  return new Map(rows.map(({ candidateId, ...proposal }) => [candidateId, proposal]))
}

/**
 * A page of an organisation's people, the active ones first and of these the longest waiting. No name is opened.
 * @throws DomainError not_found for another organisation.
 */
export async function listCandidates(
  tx: Tx,
  orgId: OrganisationId,
  search: CandidateSearch,
  page: number,
): Promise<{ people: CandidateLine[]; total: number }> {
  authorise(tx, 'candidate.read', { orgId })
  const where = and(eq(candidates.orgId, orgId), found(search))
  const total = await tx.$count(candidates, where)
  const rows = await tx
    .select({
      candidateId: candidates.id,
      code: candidates.code,
      state: candidates.state,
      professionCode: profiles.professionCode,
      matchable: profiles.matchable,
      waitingSince: profiles.waitingSince,
    })
    .from(candidates)
    .innerJoin(profiles, and(eq(profiles.orgId, candidates.orgId), eq(profiles.candidateId, candidates.id)))
    .where(where)
    .orderBy(desc(sql`${candidates.state} = 'active'`), asc(profiles.waitingSince), asc(candidates.code))
    .limit(CANDIDATES_PAGE)
    .offset((page - 1) * CANDIDATES_PAGE)
  const last = await lastProposals(
    tx,
    orgId,
    rows.map(({ candidateId }) => candidateId),
  )
  return { people: rows.map((row) => ({ ...row, lastProposal: last.get(row.candidateId) ?? null })), total }
}
