import { system } from '#app/domain/shared/actor.ts'
import type { CardId, CompanyId, ContactId, OpeningId, ProposalId, UserId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { cards, proposals } from '#db/schema/proposals.ts'
import { type CandidateRef, aCandidate } from './candidates.ts'

type Values = {
  companyId: CompanyId
  contactId: ContactId
  openingId: OpeningId
  proposedBy: UserId
  candidate?: CandidateRef
  card?: Partial<typeof cards.$inferInsert>
}

/** A card sent to a contact for an opening, with the person behind it. */
export async function aCard(values: Values): Promise<{ cardId: CardId; candidate: CandidateRef }> {
  const { companyId, contactId, openingId, proposedBy } = values
  const candidate = values.candidate ?? (await aCandidate())
  const cardId = newId<CardId>()
  const at = now()
  await withActor(system('test'), async (tx) => {
    await tx
      .insert(cards)
      .values({ id: cardId, openingId, companyId, contactId, week: '2026-11-16', sentAt: at, ...values.card })
    const { orgId, candidateId } = candidate
    const id = newId<ProposalId>()
    await tx
      .insert(proposals)
      .values({ orgId, id, candidateId, openingId, companyId, cardId, proposedBy, at })
  })
  return { cardId, candidate }
}
