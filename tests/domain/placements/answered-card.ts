import { eq } from 'drizzle-orm'
import { endPlacementSchema } from '#app/domain/placements/end-placement.schema.server.ts'
import { endPlacement } from '#app/domain/placements/end-placement.server.ts'
import { recordPlacementSchema } from '#app/domain/placements/record-placement.schema.server.ts'
import { recordPlacement } from '#app/domain/placements/record-placement.server.ts'
import { system, type Actor, type StaffActor } from '#app/domain/shared/actor.ts'
import type { CardId, ProposalId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { candidates, profiles } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { outbox } from '#db/schema/operations.ts'
import { cards, placements, proposals } from '#db/schema/proposals.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { anHrContact } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'

/** The day of these tests. */
export const NOVEMBER_23 = new Date('2026-11-23T10:00:00Z')
const SENT = new Date('2026-10-05T15:00:00Z')

const asSystem = <T>(work: (tx: Tx) => Promise<T>) => withActor(system('test'), work)

type Values = {
  card?: Partial<typeof cards.$inferInsert>
  kind?: 'training' | 'trial' | 'internship' | 'job'
}

/** A card that its company has said yes to, for a person of the case manager's organisation. */
export async function anAnsweredCard(caseManager: StaffActor, { card, kind = 'internship' }: Values = {}) {
  const hr = await anHrContact()
  const { companyId, contactId } = hr
  const openingId = await anOpening({ companyId, kind })
  const { orgId, candidateId, code } = await aCandidate({ orgId: caseManager.orgId })
  const cardId = newId<CardId>()
  await asSystem(async (tx) => {
    await tx.insert(cards).values({
      ...{ id: cardId, openingId, companyId, contactId, state: 'answered', answer: 'interested' },
      ...{ answeredAt: NOVEMBER_23, openedAt: NOVEMBER_23, week: '2026-10-05', sentAt: SENT },
      ...card,
    })
    await tx.insert(proposals).values({
      ...{ orgId, id: newId<ProposalId>(), candidateId, openingId, companyId, cardId },
      ...{ proposedBy: caseManager.userId, at: SENT },
    })
  })
  return { cardId, companyId, candidateId, openingId, code, hr }
}

/** Records a placement from the second of November 2026, unless told otherwise. */
export const start = (actor: Actor, cardId: CardId, values: Record<string, unknown> = {}) =>
  withActor(actor, (tx) =>
    recordPlacement(
      tx,
      cardId,
      recordPlacementSchema.parse({
        startsOn: '2026-11-02',
        endsOn: '2027-02-02',
        fundingSource: 'company',
        ...values,
      }),
    ),
  )
/** Ends a placement on the twentieth of November 2026, unless told otherwise. */
export const end = (actor: Actor, cardId: CardId, outcome: string, endedOn = '2026-11-20') =>
  withActor(actor, (tx) => endPlacement(tx, cardId, endPlacementSchema.parse({ outcome, endedOn })))

/** How everything stands that a placement touches. */
export const look = ({ cardId, companyId, candidateId }: Awaited<ReturnType<typeof anAnsweredCard>>) =>
  asSystem(async (tx) => {
    const [company] = await tx.select().from(companies).where(eq(companies.id, companyId))
    const [person] = await tx.select().from(candidates).where(eq(candidates.id, candidateId))
    const [profile] = await tx.select().from(profiles).where(eq(profiles.candidateId, candidateId))
    const [placement] = await tx.select().from(placements).where(eq(placements.candidateId, candidateId))
    const events = await tx.select().from(trustEvents).where(eq(trustEvents.companyId, companyId))
    const told = await tx.select().from(outbox)
    return {
      placement,
      stage: company?.stage,
      score: company?.trustScore ?? 0,
      person: person?.state,
      matchable: profile?.matchable,
      trust: events.map(({ kind }) => kind).sort(),
      told: told
        .filter(({ payload }) => payload.placementId !== undefined && payload.placementId === placement?.id)
        .map(({ topic }) => topic),
      cardId,
    }
  })
