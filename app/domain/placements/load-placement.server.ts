import { audit } from '../audit/record.server.ts'
import { hireTalkHeld } from '../follow-ups/hire-talk.server.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { isWelcomed } from '../proposals/welcomed.ts'
import { ownProposal } from './own-proposal.server.ts'
import { reportsOf } from './record-report.server.ts'

/**
 * What the page of a placement shows: the person by her code, the opening, and the placement where it has begun.
 * Reading it is an audited act.
 * @throws DomainError not_found for another organisation's proposal.
 */
export async function loadPlacement(tx: Tx, cardId: CardId) {
  const { proposal, card, opening, company, code, placement } = await ownProposal(tx, cardId)
  await audit(tx, { action: 'candidate.read', subjectType: 'candidate', subjectId: proposal.candidateId })
  return {
    code,
    company: { id: proposal.companyId, name: company },
    opening: {
      id: opening.id,
      title: opening.title,
      kind: opening.kind ?? 'job',
      months: opening.durationMonths,
    },
    answer: card.answer,
    welcomed: isWelcomed(card),
    placement: placement && {
      kind: placement.kind,
      state: placement.state,
      startsOn: placement.startsOn,
      endsOn: placement.endsOn,
      becameHire: placement.becameHire,
      fundingSource: placement.fundingSource,
      hireTalkAt: await hireTalkHeld(tx, placement.id),
      reports: await reportsOf(tx, placement),
    },
  }
}
