import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import { avoids } from '../cards/avoided-work.server.ts'
import { consentStands } from '../consent/standing-consent.server.ts'
import type { Ground } from '../disclosure/stage-rules.ts'
import type { CandidateId, CardId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type Of = { orgId: OrganisationId; candidateId: CandidateId; cardId: CardId }

const NONE: Ground = {
  ...{ interested: false, companyVerified: false, avoided: true },
  yes: { matching: false, opening: false, company: false, contract: false },
}

/** Everything that stages 2 and 3 of a card rest on, as it is now; nothing of it for a card that is gone. */
export async function groundOf(tx: Tx, { cardId, ...person }: Of): Promise<Ground> {
  const [card] = await tx
    .select({
      state: cards.state,
      answer: cards.answer,
      openingId: cards.openingId,
      companyId: cards.companyId,
      verification: companies.verification,
    })
    .from(cards)
    .innerJoin(openings, eq(openings.id, cards.openingId))
    .innerJoin(companies, eq(companies.id, cards.companyId))
    .where(eq(cards.id, cardId))
  if (!card) return NONE
  const { openingId, companyId } = card
  return {
    interested: card.state === 'answered' && card.answer === 'interested',
    companyVerified: card.verification === 'verified',
    avoided: await avoids(tx, person, openingId),
    yes: {
      matching: await consentStands(tx, person, 'matching', null),
      opening: await consentStands(tx, person, 'opening', openingId),
      company: await consentStands(tx, person, 'company', companyId),
      contract: await consentStands(tx, person, 'contract', companyId),
    },
  }
}
