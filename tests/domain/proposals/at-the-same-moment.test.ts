import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCard } from '#app/domain/proposals/read-card.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import type { CardId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { outbox } from '#db/schema/operations.ts'
import { cards, proposals } from '#db/schema/proposals.ts'
import { anHrContact, anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { answerOpening, consentTo, propose as proposeAs, proposeIn } from '#tests/support/propose.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const profile = {
  professionCode: 'isco-9412-kitchen-helper',
  slots: ['morning'],
  licences: [],
  province: 'TO',
}

let caseManager: StaffActor
let hr: HrActor

beforeAll(async () => {
  caseManager = await aStaff('case_manager')
  hr = await anHrContact()
  const elsewhere = await anOrganisation()
  for (let count = 0; count < 12; count++) {
    await aCandidate({ orgId: caseManager.orgId, profile })
    await aCandidate({ orgId: elsewhere, profile })
  }
})

/** A person who said yes to an opening. */
async function asked(): Promise<{ who: CandidateRef; openingId: OpeningId }> {
  const openingId = await anOpening({ companyId: hr.companyId })
  const who = await aCandidate({ orgId: caseManager.orgId, profile })
  await consentTo(caseManager, who, openingId)
  return { who, openingId }
}

const propose = (who: CandidateRef, openingId: OpeningId): Promise<CardId> =>
  proposeAs(caseManager, who, openingId)

const cardsFor = (openingId: OpeningId) =>
  db.asSystem((tx) => tx.select().from(cards).where(eq(cards.openingId, openingId)))

/** Runs `first` in a transaction that commits only once `second` has had every chance to overtake it. */
async function whileOpen<T>(first: (tx: Tx) => Promise<unknown>, second: () => Promise<T>) {
  let other: Promise<PromiseSettledResult<T>[]> = Promise.resolve([])
  await withActor(caseManager, async (tx) => {
    await first(tx)
    other = Promise.allSettled([second()])
    await new Promise((resolve) => setTimeout(resolve, 300))
  })
  return (await other)[0]
}

describe('a yes that is taken back', () => {
  it('hides the card from its company with the commit, before any worker has heard of it', async () => {
    const { who, openingId } = await asked()
    const cardId = await propose(who, openingId)
    const shown = () => withActor(hr, async (tx) => (await readCard(tx, cardId)).attributes)
    expect(await shown()).not.toEqual([])
    await consentTo(caseManager, who, openingId, 'refused')
    expect(await shown()).toEqual([])
    expect(await cardsFor(openingId)).toMatchObject([{ state: 'withdrawn' }])
    const events = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'card.withdrawn')),
    )
    expect(events.map(({ payload }) => payload)).toContainEqual({ cardId })
  })

  it('is waited for by a proposal that comes a moment later', async () => {
    const { who, openingId } = await asked()
    const outcome = await whileOpen(
      (tx) => answerOpening(tx, who, openingId, 'refused'),
      () => propose(who, openingId),
    )
    expect(outcome).toMatchObject({ reason: { reason: 'proposals_refused_no_consent' } })
    expect(await cardsFor(openingId)).toEqual([])
  })
})

describe('two proposals of one person', () => {
  it('come one after the other: the second finds the first', async () => {
    const { who, openingId } = await asked()
    const outcome = await whileOpen(
      (tx) => proposeIn(tx, who, openingId),
      () => propose(who, openingId),
    )
    expect(outcome).toMatchObject({ reason: { reason: 'proposals_refused_already_proposed' } })
    const hers = and(eq(proposals.orgId, who.orgId), eq(proposals.candidateId, who.candidateId))
    expect(await db.asSystem((tx) => tx.$count(proposals, hers))).toBe(1)
  })
})

it('a card is read by its company alone, and by no colleague of who sent it', async () => {
  const { who, openingId } = await asked()
  const cardId = await propose(who, openingId)
  for (const actor of [caseManager, await aStaff('case_manager'), await aStaff('coordinator')]) {
    await expect(withActor(actor, (tx) => readCard(tx, cardId))).rejects.toMatchObject({ code: 'not_found' })
  }
})
