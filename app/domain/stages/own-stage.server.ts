import { and, eq, isNull } from 'drizzle-orm'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import type { Ground } from '../disclosure/stage-rules.ts'
import { ownProposal } from '../placements/own-proposal.server.ts'
import type { StaffActor } from '../shared/actor.ts'
import { notFound } from '../shared/errors.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { groundOf } from './ground.server.ts'
import { holdCard } from './hold-card.server.ts'
import { holdPerson } from './hold-person.server.ts'

export type ContractLink = typeof contractLinks.$inferSelect

/**
 * A card of one's own organisation with what its stages rest on and what stands of them, held until the commit.
 * @throws DomainError not_found for another organisation's card.
 */
export async function ownStage(tx: Tx, cardId: CardId) {
  const { proposal, card, opening, company, code } = await ownProposal(tx, cardId)
  const { actor } = tx
  if (actor.kind !== 'staff') notFound()
  const { orgId, candidateId, companyId } = proposal
  const person = { orgId, candidateId }
  await holdPerson(tx, person)
  await holdCard(tx, cardId)
  const ground: Ground = await groundOf(tx, { ...person, cardId })
  const [meeting] = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.orgId, orgId), eq(meetings.cardId, cardId), isNull(meetings.endedAt)))
  const [link] = await tx
    .select()
    .from(contractLinks)
    .where(
      and(eq(contractLinks.orgId, orgId), eq(contractLinks.cardId, cardId), isNull(contractLinks.endedAt)),
    )
  return {
    ...{ person, cardId, companyId, card, opening, company, code, ground },
    ...{ meeting: meeting ?? null, link: link ?? null, actor: actor satisfies StaffActor },
  }
}

export type OwnStage = Awaited<ReturnType<typeof ownStage>>

/** Why a card is not far enough for a meeting, in the order in which it is mended; never which safety reason. */
export function meetingRefusal({ interested, companyVerified, avoided, yes }: Ground): string | null {
  if (!interested) return 'stages_not_interested'
  if (!companyVerified || avoided) return 'stages_not_proposable'
  if (!yes.matching || !yes.opening) return 'stages_yes_before_missing'
  return null
}

/** Why a card is not far enough for a contract. */
export function contractRefusal({ ground, meeting }: OwnStage, at: Date): string | null {
  const refusal = meetingRefusal(ground)
  if (refusal) return refusal
  if (!ground.yes.company || !meeting) return 'stages_no_meeting'
  return meeting.startsAt > at ? 'stages_meeting_ahead' : null
}
