import { and, desc, eq } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { cards, proposals } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import type { CandidateId, CardId, OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { personProposed } from './proposal-joins.server.ts'

type Fate = Pick<typeof cards.$inferSelect, 'state' | 'answer' | 'notNowReason' | 'answeredAt'>

/** Somebody of one's own organisation put forward for an opening, and what became of the card. */
export type OwnProposal = Fate & {
  cardId: CardId
  candidateId: CandidateId
  code: string
  openingId: OpeningId
  openingTitle: string
  company: string
  at: Date
}

async function ownProposals(
  tx: Tx,
  orgId: OrganisationId,
  of: { openingId: OpeningId } | { candidateId: CandidateId },
): Promise<OwnProposal[]> {
  authorise(tx, 'candidate.read', { orgId })
  const subject =
    'openingId' in of ? eq(proposals.openingId, of.openingId) : eq(proposals.candidateId, of.candidateId)
  return tx
    .select({
      cardId: cards.id,
      candidateId: proposals.candidateId,
      code: candidates.code,
      openingId: proposals.openingId,
      openingTitle: openings.title,
      company: companies.name,
      at: proposals.at,
      state: cards.state,
      answer: cards.answer,
      notNowReason: cards.notNowReason,
      answeredAt: cards.answeredAt,
    })
    .from(proposals)
    .innerJoin(candidates, personProposed)
    .innerJoin(cards, eq(cards.id, proposals.cardId))
    .innerJoin(openings, eq(openings.id, proposals.openingId))
    .innerJoin(companies, eq(companies.id, proposals.companyId))
    .where(and(eq(proposals.orgId, orgId), subject))
    .orderBy(desc(proposals.at), candidates.code)
}

/** The organisation's people already proposed for an opening, newest first. */
export const proposalsForOpening = (
  tx: Tx,
  orgId: OrganisationId,
  openingId: OpeningId,
): Promise<OwnProposal[]> => ownProposals(tx, orgId, { openingId })

/** What a person was proposed for, newest first. */
export const proposalsOfPerson = (
  tx: Tx,
  orgId: OrganisationId,
  candidateId: CandidateId,
): Promise<OwnProposal[]> => ownProposals(tx, orgId, { candidateId })
