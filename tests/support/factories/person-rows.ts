import type {
  CandidateId,
  CardId,
  CompanyId,
  ErasureId,
  OpeningId,
  OrganisationId,
  UserId,
} from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { erasures } from '#db/schema/erasures.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { candidateQuestions, candidateRequests, candidateVisits } from '#db/schema/visits.ts'

type Of = { orgId: OrganisationId; candidateId: CandidateId }
type OfCard = Of & { cardId: CardId; companyId: CompanyId }

/** A meeting and a contract's link of a card, as rows alone. */
export async function stageRows(tx: Tx, of: OfCard): Promise<void> {
  const [by, at] = [newId<UserId>(), now()]
  const stage = { ...of, id: newId<string>(), checkedBy: by }
  await tx.insert(meetings).values({
    ...{ ...stage, nameShown: 'first_name', place: 'by_phone', startsAt: at },
    ...{ arrangedBy: by, arrangedAt: at },
  })
  await tx
    .insert(contractLinks)
    .values({ ...stage, fields: ['full_name'], sentBy: by, sentAt: at, expiresAt: at })
}

/** What somebody's own pages leave of her, and a certificate of her erasure, as rows alone. */
export async function ownPagesRows(tx: Tx, of: Of & { openingId: OpeningId }): Promise<void> {
  const { orgId, candidateId, openingId } = of
  const [by, at] = [newId<UserId>(), now()]
  const asked = { card: [{ attribute: 'italian', value: 'basic' }], askedBy: by, askedAt: at }
  await tx.insert(candidateQuestions).values({ orgId, candidateId, openingId, ...asked })
  const visit = { madeBy: by, madeAt: at, openUntil: at, linkHash: 'hash' }
  await tx.insert(candidateVisits).values({ orgId, id: newId<string>(), candidateId, ...visit })
  const request = { kind: 'copy', askedAt: at, dueOn: '2026-04-02' } as const
  await tx.insert(candidateRequests).values({ orgId, id: newId<string>(), candidateId, ...request })
  const gone = { why: 'asked' as const, erasedAt: at, consents: 0, cards: 0, placements: 0 }
  await tx.insert(erasures).values({ orgId, candidateId, id: newId<ErasureId>(), ...gone })
}
