import { recordConsent } from '#app/domain/consent/record-consent.server.ts'
import { previewCard } from '#app/domain/proposals/preview-card.server.ts'
import { proposeCandidate } from '#app/domain/proposals/propose-candidate.server.ts'
import { seenCard } from '#app/domain/proposals/seen-card.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import type { CardId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import type { CandidateRef } from './factories/candidates.ts'

/** The words that a person is asked in. */
export const WORDS = 'testo letto insieme'

const pick = ({ orgId, candidateId }: CandidateRef, openingId: OpeningId) => ({
  orgId,
  candidateId,
  openingId,
})

/** Records a person's answer about an opening, in the caller's transaction. */
export const answerOpening = (
  tx: Tx,
  who: CandidateRef,
  openingId: OpeningId,
  decision: 'given' | 'refused' = 'given',
): Promise<void> =>
  recordConsent(tx, {
    ...{ orgId: who.orgId, candidateId: who.candidateId, purpose: 'opening', subjectId: openingId, decision },
    ...{ textShown: WORDS, language: 'it', channel: 'in_person', withMediator: false },
  })

export const consentTo = (
  actor: Actor,
  who: CandidateRef,
  openingId: OpeningId,
  decision: 'given' | 'refused' = 'given',
): Promise<void> => withActor(actor, (tx) => answerOpening(tx, who, openingId, decision))

/** What the page of a proposal would show now. */
export async function look(tx: Tx, who: CandidateRef, openingId: OpeningId): Promise<string> {
  return seenCard((await previewCard(tx, pick(who, openingId))).card, sha256(WORDS))
}

/** Sends the card that a look at it has shown before. */
export const sendSeen = (tx: Tx, who: CandidateRef, openingId: OpeningId, seen: string): Promise<CardId> =>
  proposeCandidate(tx, { ...pick(who, openingId), seen, wording: () => [WORDS] })

/** Looks at the card and sends it at once, in the caller's transaction. */
export const proposeIn = async (tx: Tx, who: CandidateRef, openingId: OpeningId): Promise<CardId> =>
  sendSeen(tx, who, openingId, await look(tx, who, openingId))

export const propose = (actor: Actor, who: CandidateRef, openingId: OpeningId): Promise<CardId> =>
  withActor(actor, (tx) => proposeIn(tx, who, openingId))
