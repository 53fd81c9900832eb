import { withdrawCards } from '#app/domain/consent/withdraw-cards.server.ts'
import type { CandidateId, OrganisationId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'

/** A person took back a consent: no card that rested on it is left, whatever was under way when she said so. */
export const withdrawConsent: Handler<'consent.withdrawn'> = ({ payload }, effect) =>
  effect('cards', (tx) =>
    withdrawCards(tx, {
      orgId: payload.orgId as OrganisationId,
      candidateId: payload.candidateId as CandidateId,
    }),
  )
