import { withdrawCards } from '#app/domain/proposals/withdraw-cards.server.ts'
import type { CandidateId, OrganisationId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'

/** A person took back a consent: every card that rested on it is withdrawn, and each tells its company in neutral words. */
export const withdrawConsent: Handler<'consent.withdrawn'> = ({ payload }, effect) =>
  effect('cards', (tx) =>
    withdrawCards(tx, {
      orgId: payload.orgId as OrganisationId,
      candidateId: payload.candidateId as CandidateId,
    }),
  )
