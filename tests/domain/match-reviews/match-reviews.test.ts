import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { listSetAside } from '#app/domain/match-reviews/list-set-aside.server.ts'
import { readStandings } from '#app/domain/match-reviews/read-standings.server.ts'
import { seePeople } from '#app/domain/match-reviews/see-people.server.ts'
import { putBack, setAside } from '#app/domain/match-reviews/set-aside.server.ts'
import type { WhyNot } from '#app/domain/match-reviews/why-not.ts'
import { loadMatchOpenings } from '#app/domain/openings/to-match-opening.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { candidates, consents } from '#db/schema/candidates.ts'
import { matchReviews } from '#db/schema/match-reviews.ts'
import { auditLog } from '#db/schema/operations.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let openingId: OpeningId
let elisa: StaffActor
let person: CandidateRef

beforeEach(async () => {
  openingId = await anOpening(
    {},
    { skills: [{ skillCode: 'cooking', need: 'desired' as const, level: 2, weight: 1 }] },
  )
  elisa = await aStaff()
  person = await aCandidate({ orgId: elisa.orgId, caseManagerId: elisa.userId })
})

const subject = (of: CandidateRef) => ({ orgId: of.orgId, candidateId: of.candidateId, openingId })
const rows = () =>
  db.asSystem((tx) => tx.select().from(matchReviews).where(eq(matchReviews.openingId, openingId)))
const audited = async ({ candidateId }: CandidateRef) => {
  const found = await db.asSystem((tx) =>
    tx.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.subjectId, candidateId)),
  )
  return found.map(({ action }) => action)
}
const see = (actor: Actor, of: CandidateRef) =>
  withActor(actor, (tx) => seePeople(tx, { orgId: of.orgId, openingId, candidateIds: [of.candidateId] }))
const aside = (actor: Actor, of: CandidateRef, why: WhyNot = 'childcare') =>
  withActor(actor, (tx) => setAside(tx, subject(of), why))
const back = (actor: Actor, of: CandidateRef) => withActor(actor, (tx) => putBack(tx, subject(of)))
const standings = (of: readonly CandidateRef[], actor = elisa) =>
  withActor(actor, async (tx) => {
    const [opening] = await loadMatchOpenings(tx, [openingId])
    if (!opening) throw new Error('no opening')
    return readStandings(
      tx,
      actor.orgId,
      opening,
      of.map(({ candidateId }) => candidateId),
    )
  })
const refusal = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)

describe('a look', () => {
  test('is remembered and audited the first time, whoever of the organisation looks later', async () => {
    await see(elisa, person)
    const [first] = await rows()
    await see(await aStaff('case_manager', elisa.orgId), person)
    expect(first).toMatchObject({ seenBy: elisa.userId, whyNot: null })
    expect(await rows()).toEqual([first])
    expect(await audited(person)).toEqual(['match.seen'])
  })

  test('at another organisation’s person leaves nothing', async () => {
    const stranger = await aStaff()
    await withActor(stranger, (tx) =>
      seePeople(tx, { orgId: stranger.orgId, openingId, candidateIds: [person.candidateId] }),
    )
    expect(await refusal(see(stranger, person))).toMatchObject({ code: 'not_found' })
    expect(await rows()).toEqual([])
  })
})

describe('setting somebody aside', () => {
  test('keeps the reason, replaces it, and is undone', async () => {
    await aside(elisa, person)
    expect(await rows()).toMatchObject([
      { whyNot: 'childcare', setAsideBy: elisa.userId, seenBy: elisa.userId },
    ])
    await aside(elisa, person, 'pay')
    expect(await rows()).toMatchObject([{ whyNot: 'pay' }])
    await back(elisa, person)
    await back(elisa, person)
    expect(await rows()).toMatchObject([{ whyNot: null, setAsideBy: null, setAsideAt: null }])
    expect(await audited(person)).toEqual(['match.set_aside', 'match.set_aside', 'match.put_back'])
  })

  test('is for her own organisation’s case managers alone', async () => {
    for (const actor of [
      await aStaff(),
      await aStaff('coordinator', elisa.orgId),
      await aStaff('admin', elisa.orgId),
      await anHrContact(),
    ]) {
      expect(await refusal(aside(actor, person))).toMatchObject({ code: 'not_found' })
      expect(await refusal(back(actor, person))).toMatchObject({ code: 'not_found' })
    }
    const stranger = await aStaff()
    const forged = { orgId: stranger.orgId, candidateId: person.candidateId, openingId }
    expect(await refusal(withActor(stranger, (tx) => setAside(tx, forged, 'pay')))).toMatchObject({
      code: 'not_found',
    })
    expect(await rows()).toEqual([])
  })

  test('is erased with her', async () => {
    await aside(elisa, person)
    await db.asSystem((tx) =>
      tx
        .delete(candidates)
        .where(and(eq(candidates.orgId, person.orgId), eq(candidates.id, person.candidateId))),
    )
    expect(await rows()).toEqual([])
  })
})

describe('how an organisation stands with its people', () => {
  test('in the order asked, with what each list is narrowed by', async () => {
    const near = await aCandidate({
      orgId: elisa.orgId,
      profile: { skillCodes: ['cooking'], skillLevels: [2] },
    })
    const far = await aCandidate({
      orgId: elisa.orgId,
      profile: { lat: 45.2, skillCodes: ['cooking'], skillLevels: [1] },
    })
    await see(elisa, near)
    await aside(elisa, far, 'hours')
    expect(await standings([far, near, person])).toMatchObject([
      { candidateId: far.candidateId, whyNot: 'hours', seen: true, km: 14.4, allDesired: false, mine: false },
      { candidateId: near.candidateId, whyNot: null, seen: true, km: 0, allDesired: true, mine: false },
      { candidateId: person.candidateId, seen: false, mine: true, allDesired: false, proposed: false },
    ])
  })

  test('knows who was proposed, and who said no to this opening and not to another', async () => {
    const hr = await anHrContact()
    const [sent, no, other] = await Promise.all([1, 2, 3].map(() => aCandidate({ orgId: elisa.orgId })))
    if (!sent || !no || !other) throw new Error('nobody')
    const { companyId, contactId } = hr
    await aCard({ companyId, contactId, openingId, proposedBy: elisa.userId, candidate: sent })
    const say = (of: CandidateRef, about: OpeningId, decision: 'given' | 'refused', at: Date) =>
      db.asSystem((tx) =>
        tx.insert(consents).values({
          ...{ orgId: of.orgId, id: newId<string>(), candidateId: of.candidateId, purpose: 'opening' },
          ...{ subjectId: about, decision, textHash: 'x', language: 'it', withMediator: false },
          ...{ channel: 'phone', recordedBy: elisa.userId, at },
        }),
      )
    await say(no, openingId, 'given', new Date(+now() - 1_000))
    await say(no, openingId, 'refused', now())
    await say(other, await anOpening(), 'refused', now())
    expect(await standings([sent, no, other])).toMatchObject([
      { proposed: true, refused: false },
      { proposed: false, refused: true },
      { proposed: false, refused: false },
    ])
  })

  test('leaves other organisations’ people out', async () => {
    expect(await standings([await aCandidate(), person])).toHaveLength(1)
  })
})

describe('the list of those set aside', () => {
  test('is searched by reason, over all openings, in one’s own organisation', async () => {
    const second = await aCandidate({ orgId: elisa.orgId })
    await aside(elisa, person, 'childcare')
    await aside(elisa, second, 'pay')
    openingId = await anOpening({ title: 'Sarta' })
    await aside(elisa, second, 'childcare')
    const stranger = await aStaff()
    await aside(stranger, await aCandidate({ orgId: stranger.orgId }), 'childcare')
    const list = (why: WhyNot | null) =>
      withActor(elisa, (tx) => listSetAside(tx, elisa.orgId, { why, page: 1, perPage: 2 }))
    const childcare = await list('childcare')
    expect(childcare.lines.map(({ code, openingTitle }) => [code, openingTitle])).toEqual([
      [second.code, 'Sarta'],
      [person.code, 'Aiuto cuoco'],
    ])
    expect([...childcare.counts].toSorted()).toEqual([
      ['childcare', 2],
      ['pay', 1],
    ])
    expect((await list(null)).lines).toHaveLength(2)
    expect(
      await refusal(
        withActor(stranger, (tx) => listSetAside(tx, elisa.orgId, { why: null, page: 1, perPage: 2 })),
      ),
    ).toMatchObject({ code: 'not_found' })
  })
})
