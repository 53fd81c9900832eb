import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { audit } from '#app/domain/audit/record.server.ts'
import { readCandidate } from '#app/domain/candidates/read-candidate.server.ts'
import { hearFromPerson, ownQuietPeople } from '#app/domain/retention/hear-from-person.server.ts'
import { erasedOn } from '#app/domain/retention/lengths.ts'
import { isToErase, peopleToErase } from '#app/domain/retention/people-to-erase.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now, setClock } from '#app/platform/clock.server.ts'
import { candidateKeys, candidates, consents } from '#db/schema/candidates.ts'
import { erasures } from '#db/schema/erasures.ts'
import { outbox } from '#db/schema/operations.ts'
import { cardAttributes } from '#db/schema/proposals.ts'
import { candidateQuestions } from '#db/schema/visits.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { keepNoLonger } from '#workers/keep-no-longer.ts'

const db = useTestDatabase({ as: 'worker' })
const START = Date.parse('2026-11-17T09:00:00Z')
let restore = () => undefined as void
afterAll(() => restore())

const after = (days: number) => {
  restore()
  restore = setClock(() => new Date(START + days * DAY))
}

let anna: StaffActor
let person: CandidateRef

beforeEach(async () => {
  after(0)
  anna = await aStaff()
  person = await aCandidate({ orgId: anna.orgId, caseManagerId: anna.userId })
})

const isThere = async () =>
  (await db.asSystem((tx) => tx.$count(candidates, eq(candidates.id, person.candidateId)))) === 1
const asked = () =>
  db.asSystem((tx) =>
    tx.$count(outbox, and(eq(outbox.topic, 'people.quiet'), sql`payload->>'userId' = ${anna.userId}`)),
  )
const quiet = async () =>
  (await withActor(anna, (tx) => ownQuietPeople(tx, anna.orgId))).map(({ code }) => code)

describe('somebody who is not heard from', () => {
  it('is asked about after twelve months, once', async () => {
    after(360)
    await keepNoLonger()
    expect([await asked(), await quiet()]).toEqual([0, []])
    after(370)
    await keepNoLonger()
    await keepNoLonger()
    expect([await asked(), await quiet()]).toEqual([1, [person.code]])
  })

  it('is not heard from by being read about', async () => {
    after(300)
    await withActor(anna, (tx) => readCandidate(tx, person.orgId, person.candidateId))
    after(370)
    expect(await quiet()).toEqual([person.code])
  })

  it('is not heard from by being set aside, handed on or asked', async () => {
    const { orgId, candidateId } = person
    after(300)
    for (const action of ['match.set_aside', 'candidate.handed_over', 'visit.link_made', 'consent.asked'])
      await withActor(anna, (tx) =>
        audit(tx, { action, subjectType: 'candidate', subjectId: candidateId, orgId }),
      )
    after(370)
    expect(await quiet()).toEqual([person.code])
  })

  it('is not heard from by an emergency in which somebody read of her', async () => {
    const { orgId, candidateId } = person
    after(300)
    for (const action of ['glass.asked_unreachable', 'glass.approved', 'glass.refused', 'glass.read'])
      await withActor(anna, (tx) =>
        audit(tx, { action, subjectType: 'candidate', subjectId: candidateId, orgId }),
      )
    after(370)
    expect(await quiet()).toEqual([person.code])
  })

  it('is heard from when she answers, whoever writes it down', async () => {
    after(200)
    const { orgId, candidateId } = person
    const answer = { purpose: 'matching', decision: 'given', textHash: 'x', language: 'it' } as const
    await db.asSystem((tx) =>
      tx.insert(consents).values({
        ...{ orgId, candidateId, ...answer, id: newId(), withMediator: false, channel: 'own_device' },
        ...{ recordedBy: anna.userId, at: now() },
      }),
    )
    after(370)
    expect(await quiet()).toEqual([])
  })

  it('stays when she is heard from, and is asked about again a year later', async () => {
    after(370)
    await keepNoLonger()
    await withActor(anna, (tx) => hearFromPerson(tx, person))
    expect(await quiet()).toEqual([])
    after(735)
    await keepNoLonger()
    expect([await isThere(), await asked()]).toEqual([true, 1])
    after(740)
    await keepNoLonger()
    expect(await asked()).toBe(2)
  })

  it('is erased after twenty-four, key first, with a certificate of why', async () => {
    after(370)
    await keepNoLonger()
    after(725)
    await keepNoLonger()
    expect(await isThere()).toBe(true)
    after(735)
    await keepNoLonger()
    expect(await isThere()).toBe(false)
    const { candidateId } = person
    expect(
      await db.asSystem((tx) => tx.$count(candidateKeys, eq(candidateKeys.candidateId, candidateId))),
    ).toBe(0)
    const [certificate] = await db.asSystem((tx) =>
      tx.select().from(erasures).where(eq(erasures.candidateId, candidateId)),
    )
    expect(certificate).toMatchObject({ why: 'retention', erasedBy: null })
  })

  it('is not erased before somebody had three months to answer', async () => {
    after(800)
    await keepNoLonger()
    expect([await isThere(), await asked()]).toEqual([true, 1])
    after(895)
    await keepNoLonger()
    expect(await isThere()).toBe(false)
  })

  it('is not erased when she is heard from after the list was made', async () => {
    after(370)
    await keepNoLonger()
    after(735)
    const listed = await db.asSystem(peopleToErase)
    expect(listed.map(({ candidateId }) => candidateId)).toContain(person.candidateId)
    await withActor(anna, (tx) => hearFromPerson(tx, person))
    expect(await db.asSystem((tx) => isToErase(tx, person))).toBe(false)
    await keepNoLonger()
    expect(await isThere()).toBe(true)
  })

  it('shows a day that has not passed, however late somebody was asked', () => {
    const at = new Date(START)
    const long = { lastContact: new Date(START - 900 * DAY), askedAt: null }
    expect(erasedOn(long, at).toISOString().slice(0, 10)).toBe('2027-02-17')
    const soon = { lastContact: new Date(START - 370 * DAY), askedAt: at }
    expect(+erasedOn(soon, at)).toBeGreaterThan(START + 300 * DAY)
  })

  it('is left alone while she is at work', async () => {
    await db.asSystem((tx) =>
      tx.update(candidates).set({ state: 'placed' }).where(eq(candidates.id, person.candidateId)),
    )
    for (const days of [370, 800, 1_000]) {
      after(days)
      await keepNoLonger()
    }
    expect([await isThere(), await asked()]).toEqual([true, 0])
  })
})

describe('what a card showed', () => {
  it('goes ninety days after its end, and not before', async () => {
    const hr = await anHrContact()
    const openingId = await anOpening({ companyId: hr.companyId })
    const of = async (card: object) => {
      const candidate = await aCandidate({ orgId: anna.orgId, caseManagerId: anna.userId })
      const { cardId } = await aCard({ ...hr, openingId, proposedBy: anna.userId, candidate, card })
      await db.asSystem((tx) =>
        tx.insert(cardAttributes).values({ cardId, attribute: 'italian', value: 'basic' }),
      )
      return cardId
    }
    const refused = await of({ state: 'answered', answer: 'not_now', answeredAt: now() })
    const wanted = await of({ state: 'answered', answer: 'interested', answeredAt: now() })
    const closed = await anOpening({ companyId: hr.companyId, state: 'closed', closedAt: now() })
    const asked = { orgId: person.orgId, card: [], askedBy: anna.userId, askedAt: now() }
    await db.asSystem((tx) =>
      tx
        .insert(candidateQuestions)
        .values(
          [openingId, closed].map((id) => ({ ...asked, candidateId: person.candidateId, openingId: id })),
        ),
    )
    const questions = async () =>
      (await db.asSystem((tx) => tx.select().from(candidateQuestions))).map((row) => row.openingId).toSorted()
    const left = async () =>
      (await db.asSystem((tx) => tx.select({ id: cardAttributes.cardId }).from(cardAttributes))).map(
        ({ id }) => id,
      )
    after(89)
    await keepNoLonger()
    expect((await left()).toSorted()).toEqual([refused, wanted].toSorted())
    expect(await questions()).toEqual([openingId, closed].toSorted())
    after(91)
    await keepNoLonger()
    expect(await left()).toEqual([wanted])
    expect(await questions()).toEqual([openingId])
  })
})
