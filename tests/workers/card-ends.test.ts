import { and, eq, inArray } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeOpening } from '#app/domain/openings/close-opening.server.ts'
import { readCard } from '#app/domain/proposals/read-card.server.ts'
import { CARD_LIFE } from '#app/domain/cards/expire-cards.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CardId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { log } from '#app/platform/log.server.ts'
import { profiles } from '#db/schema/candidates.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { auditLog } from '#db/schema/operations.ts'
import { cardAttributes, cards, disclosures } from '#db/schema/proposals.ts'
import { anHrContact, anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { runDaily } from '#workers/daily.ts'
import { runAll } from './run-all.ts'

const db = useTestDatabase({ as: 'worker' })
const START = Date.parse('2026-11-17T09:00:00Z')

let at = START
let restore: () => void
let anna: StaffActor
beforeEach(async () => {
  at = START
  restore = setClock(() => new Date(at))
  anna = await aStaff()
})
afterEach(() => {
  restore()
  vi.restoreAllMocks()
})

type Sent = { cardId: CardId; hr: HrActor; openingId: OpeningId; candidate: { candidateId: string } }

/** A card that shows a profession, at a company of its own unless one is given. */
async function sent(values: { hr?: HrActor; card?: Partial<typeof cards.$inferInsert> } = {}): Promise<Sent> {
  const hr = values.hr ?? (await anHrContact())
  const openingId = await anOpening({ companyId: hr.companyId })
  const candidate = await aCandidate({ orgId: anna.orgId, profile: { professionCode: 'isco-7212-welder' } })
  const made = await aCard({ ...hr, openingId, proposedBy: anna.userId, candidate, card: values.card })
  const shown = { attribute: 'profession', value: 'isco-7212-welder' }
  await db.asSystem(async (tx) => {
    await tx.insert(cardAttributes).values({ cardId: made.cardId, ...shown })
    const { orgId, candidateId } = candidate
    await tx
      .insert(disclosures)
      .values({ orgId, candidateId, cardId: made.cardId, ...shown, k: 5, at: now() })
  })
  return { ...made, hr, openingId }
}

/** As many other active people as keep a welder from being recognised. */
const alike = async (count: number) => {
  const orgId = await anOrganisation()
  return Promise.all(
    Array.from({ length: count }, () =>
      aCandidate({ orgId, profile: { professionCode: 'isco-7212-welder' } }),
    ),
  )
}
const leave = (people: { candidateId: string }[]) =>
  db.asSystem((tx) =>
    tx
      .update(profiles)
      .set({ matchable: false })
      .where(
        inArray(
          profiles.candidateId,
          people.map(({ candidateId }) => candidateId as never),
        ),
      ),
  )

const stateOf = ({ cardId }: Sent) =>
  db.asSystem(async (tx) => (await tx.select().from(cards).where(eq(cards.id, cardId)))[0]?.state)
const endsOf = ({ cardId }: Sent) =>
  db.asSystem(async (tx) =>
    (await tx.select().from(auditLog).where(eq(auditLog.subjectId, cardId))).map(({ action }) => action),
  )
const toldTo = ({ userId }: StaffActor, { hr }: Sent) =>
  db.asSystem(async (tx) =>
    (
      await tx
        .select()
        .from(followUps)
        .where(and(eq(followUps.assigneeId, userId), eq(followUps.companyId, hr.companyId)))
    ).map(({ template }) => template),
  )
const linesOf = ({ hr, cardId }: Sent) =>
  withActor(hr, async (tx) => (await readCard(tx, cardId)).attributes.length)

describe('a card ends', { timeout: 60_000 }, () => {
  test('when its opening is closed, unless somebody has decided; the company reads nothing of it', async () => {
    await alike(4)
    const waiting = await sent()
    const talked = await sent({ card: { state: 'answered', answer: 'talk' } })
    const wanted = await sent({ card: { state: 'answered', answer: 'interested' } })
    const elsewhere = await sent()
    for (const { hr, openingId } of [waiting, talked, wanted])
      await withActor(hr, (tx) => closeOpening(tx, openingId, 1, 'filled_elsewhere'))
    await runAll()
    const all = [waiting, talked, wanted, elsewhere]
    expect(await Promise.all(all.map(stateOf))).toEqual(['expired', 'expired', 'answered', 'sent'])
    expect(await Promise.all(all.map(linesOf))).toEqual([0, 0, 1, 1])
    await runAll()
    await runDaily()
    expect(await endsOf(waiting)).toEqual(['card.expired'])
  })

  test('90 days after it was sent', async () => {
    await alike(4)
    const card = await sent()
    at = START + CARD_LIFE - DAY
    await runDaily()
    expect(await stateOf(card)).toBe('sent')
    at = START + CARD_LIFE + DAY
    await runDaily()
    expect(await stateOf(card)).toBe('expired')
    await runDaily()
    expect(await endsOf(card)).toEqual(['card.expired'])
  })

  test('within the day in which too few people are left who fit what was shown', async () => {
    const others = await alike(4)
    const coordinator = await aStaff('coordinator')
    const card = await sent()
    await leave(await db.asSystem((tx) => tx.select().from(profiles)).then(othersThan(card, others)))
    await runDaily()
    expect(await stateOf(card)).toBe('sent')
    await leave(others.slice(0, 1))
    await runDaily()
    expect([await stateOf(card), await linesOf(card)]).toEqual(['withdrawn', 0])
    await runAll()
    expect(await toldTo(coordinator, card)).toEqual(['follow_ups_task_card_too_telling'])
    await runDaily()
    expect(await endsOf(card)).toEqual(['card.withdrawn'])
  })

  test('whatever happens at another company', async () => {
    const cards = [await sent(), await sent(), await sent()].sort((a, b) =>
      a.hr.companyId < b.hr.companyId ? -1 : 1,
    )
    const [broken, ...sound] = cards as [Sent, Sent, Sent]
    // What was shown there lies outside of the vocabulary, so that its people can't be counted.
    await db.asSystem(async (tx) => {
      const { orgId } = anna
      const candidateId = broken.candidate.candidateId as never
      const wrong = { attribute: 'shoe_size', value: '38', k: 5, at: now() }
      await tx.insert(disclosures).values({ orgId, candidateId, cardId: broken.cardId, ...wrong })
    })
    const complaints = vi.spyOn(log, 'error').mockImplementation(() => undefined)
    at = START + CARD_LIFE - DAY
    await runDaily()
    expect(complaints).toHaveBeenCalledWith(
      expect.objectContaining({ companyId: broken.hr.companyId }),
      expect.any(String),
    )
    at = START + CARD_LIFE + DAY
    await runDaily()
    expect(await Promise.all(sound.map(stateOf))).toEqual(['expired', 'expired'])
  })
})

const othersThan = (card: Sent, others: { candidateId: string }[]) => (rows: { candidateId: string }[]) => {
  const stay = new Set([card.candidate.candidateId, ...others.map(({ candidateId }) => candidateId)])
  return rows.filter(({ candidateId }) => !stay.has(candidateId))
}
