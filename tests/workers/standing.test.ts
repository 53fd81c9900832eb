import { eq, isNotNull } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { addContact } from '#app/domain/companies/add-contact.server.ts'
import { setExclusions } from '#app/domain/candidates/set-exclusions.server.ts'
import { recordConsent } from '#app/domain/consent/record-consent.server.ts'
import { closeOpening } from '#app/domain/openings/close-opening.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { BEST_KEPT } from '#app/domain/standing/best-kept.ts'
import { myNewMatches } from '#app/domain/standing/my-new-matches.server.ts'
import { markMatchesSeen, setDigest } from '#app/domain/standing/notices.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { candidates, profiles } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { matchReviews } from '#db/schema/match-reviews.ts'
import { openings } from '#db/schema/openings.ts'
import { outbox } from '#db/schema/operations.ts'
import { standingMatches } from '#db/schema/standing.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening, DAYTIME } from '#tests/support/factories/openings.ts'
import { runDaily } from '#workers/daily.ts'
import { runAll } from './run-all.ts'
import { useScene } from './scene.ts'

const scene = useScene()
const { db, happens, mailbox } = scene
const DAY = 24 * 3_600_000

const how = { language: 'it', channel: 'in_person', withMediator: false, textShown: 'x' } as const
const fits = { startFrom: '2026-12-01', startLatest: '2027-06-30' }

let anna: StaffActor
let hers: CandidateRef

const standing = (openingId: OpeningId) =>
  db.asSystem((tx) =>
    tx
      .select()
      .from(standingMatches)
      .where(eq(standingMatches.openingId, openingId))
      .orderBy(standingMatches.candidateId),
  )
const whoStands = async (openingId: OpeningId) =>
  (await standing(openingId)).map(({ candidateId }) => candidateId as string)
const aPerson = (profile: Partial<typeof profiles.$inferInsert> = {}) =>
  aCandidate({ orgId: anna.orgId, caseManagerId: anna.userId, profile })
const posted = async (values: Partial<typeof openings.$inferInsert> = {}) => {
  const openingId = await anOpening({ ...fits, ...values })
  await happens('opening.posted', { openingId })
  return openingId
}
const news = (whose: 'mine' | 'organisation' = 'mine', actor = anna) =>
  withActor(actor, (tx) => myNewMatches(tx, whose))

beforeEach(async () => {
  await db.asSystem(async (tx) => {
    await tx.delete(candidates).where(isNotNull(candidates.id))
    await tx.delete(openings).where(isNotNull(openings.id))
    await tx.update(outbox).set({ state: 'done' }).where(eq(outbox.state, 'pending'))
  })
  anna = await aStaff()
  hers = await aPerson()
})

describe('standing matches', () => {
  it('come with an opening, and a second run changes nothing', async () => {
    const other = await aCandidate()
    await aPerson({ aims: ['job'] })
    const openingId = await posted()
    expect(await whoStands(openingId)).toEqual([hers.candidateId, other.candidateId].toSorted())
    const before = await standing(openingId)
    scene.at += DAY
    await happens('opening.changed', { openingId })
    const after = await standing(openingId)
    // Who waits a day longer scores more; since when she stands there stays.
    expect(after.map(({ since }) => since)).toEqual(before.map(({ since }) => since))
    await happens('opening.changed', { openingId })
    expect(await standing(openingId)).toEqual(after)
  })

  it('change with a profile, both ways', async () => {
    const openingId = await posted({ italianSpoken: 4 })
    expect(await whoStands(openingId)).toEqual([])
    const setItalian = (italianSpoken: number) =>
      db.asSystem((tx) =>
        tx.update(profiles).set({ italianSpoken }).where(eq(profiles.candidateId, hers.candidateId)),
      )
    const { orgId, candidateId } = hers
    await setItalian(4)
    await happens('profile.changed', { orgId, candidateId })
    expect(await whoStands(openingId)).toEqual([candidateId])
    await setItalian(1)
    await happens('profile.changed', { orgId, candidateId })
    expect(await whoStands(openingId)).toEqual([])
  })

  it('keep the best of each organisation, and who leaves a full list makes room', async () => {
    const more = []
    for (let at = 0; at < BEST_KEPT + 1; at++)
      more.push(await aPerson({ waitingSince: `2026-0${1 + (at % 6)}-1${at % 10}` }))
    const openingId = await posted()
    const first = await whoStands(openingId)
    expect(first.length).toBe(BEST_KEPT)
    const out = [hers, ...more].map(({ candidateId }) => candidateId as string)
    const left = out.filter((id) => !first.includes(id))
    expect(left.length).toBe(2)
    const gone = more.find(({ candidateId }) => first.includes(candidateId))
    if (!gone) throw new Error('nobody stands there')
    await db.asSystem((tx) =>
      tx
        .update(profiles)
        .set({ aims: ['job'] })
        .where(eq(profiles.candidateId, gone.candidateId)),
    )
    await happens('profile.changed', { orgId: gone.orgId, candidateId: gone.candidateId })
    const then = await whoStands(openingId)
    expect(then.length).toBe(BEST_KEPT)
    expect(then).not.toContain(gone.candidateId)
  })

  it('end with the opening', async () => {
    const openingId = await anOpening({ ...fits, companyId: scene.hr.companyId })
    await happens('opening.posted', { openingId })
    expect(await whoStands(openingId)).toEqual([hers.candidateId])
    await withActor(scene.hr, (tx) => closeOpening(tx, openingId, 1, 'filled_elsewhere' as never))
    // Closed at once for whoever reads, and in the table as soon as the event is handled.
    expect((await news()).total).toBe(0)
    await runAll()
    expect(await whoStands(openingId)).toEqual([])
  })

  it('end with a rejected company, and with the day on which the start has gone by', async () => {
    const companyId = await aCompany()
    const rejected = await posted({ companyId })
    const late = await posted({ startLatest: '2026-12-05' })
    await db.asSystem((tx) =>
      tx.update(companies).set({ verification: 'rejected' }).where(eq(companies.id, companyId)),
    )
    await happens('company.rejected', { companyId })
    expect(await whoStands(rejected)).toEqual([])
    expect(await whoStands(late)).toEqual([hers.candidateId])
    scene.at = Date.parse('2026-12-07T09:00:00Z')
    await runDaily()
    expect(await whoStands(late)).toEqual([])
  })
})

describe('what safety asks', () => {
  it('a consent taken back takes them away in its own transaction', async () => {
    const openingId = await posted()
    await withActor(anna, (tx) =>
      recordConsent(tx, {
        ...{ ...hers, ...how },
        ...{ purpose: 'matching', subjectId: null, decision: 'withdrawn' },
      }),
    )
    expect(await whoStands(openingId)).toEqual([])
  })

  it.each([
    ['company', (id: string) => ({ company: id })],
    ['town', () => ({ town: '001272' })],
  ] as const)('a %s to avoid takes them away in its own transaction, and leaves others', async (_, field) => {
    const companyId = await aCompany()
    const openingId = await posted({ companyId })
    const elsewhere = await posted({ placeCode: '001156' })
    await withActor(anna, (tx) => setExclusions(tx, hers, { version: 1, keep: [], ...field(companyId) }))
    expect(await whoStands(openingId)).toEqual([])
    expect(await whoStands(elsewhere)).toEqual([hers.candidateId])
    await runAll()
    expect(await whoStands(openingId)).toEqual([])
  })

  it('so does a person, also one whom the company gets later', async () => {
    const [owned, later] = [await aCompany(), await aCompany()]
    const someone = { name: 'Bruno Ugo Neri', role: 'tutor' as const, locale: 'it' as const }
    await withActor(anna, (tx) => addContact(tx, owned, someone))
    const [openingId, postedLater] = [await posted({ companyId: owned }), await posted({ companyId: later })]
    await withActor(anna, (tx) => setExclusions(tx, hers, { version: 1, keep: [], person: 'Neri Bruno' }))
    expect(await whoStands(openingId)).toEqual([])
    expect(await whoStands(postedLater)).toEqual([hers.candidateId])
    await withActor(anna, (tx) => addContact(tx, later, someone))
    await runAll()
    expect(await whoStands(postedLater)).toEqual([])
  })

  it('so does a VAT id', async () => {
    const companyId = await aCompany()
    const openingId = await posted({ companyId })
    const [company] = await db.asSystem((tx) =>
      tx.select({ vat: companies.vatId }).from(companies).where(eq(companies.id, companyId)),
    )
    await withActor(anna, (tx) => setExclusions(tx, hers, { version: 1, keep: [], vat: company?.vat ?? '' }))
    expect(await whoStands(openingId)).toEqual([])
  })
})

describe('new since she last looked', () => {
  it('are the matches of her own people until she marks them seen; then what comes later', async () => {
    const colleague = await aStaff('case_manager', anna.orgId)
    const theirs = await aCandidate({ orgId: anna.orgId, caseManagerId: colleague.userId })
    await aCandidate()
    const openingId = await posted()
    expect((await news()).matches.map(({ code }) => code)).toEqual([hers.code])
    expect((await news('organisation')).matches.map(({ code }) => code).toSorted()).toEqual(
      [hers.code, theirs.code].toSorted(),
    )
    await withActor(anna, (tx) => markMatchesSeen(tx, now()))
    expect((await news()).total).toBe(0)
    expect((await news('mine', colleague)).total).toBe(1)
    scene.at += 60_000
    const later = await posted({ title: 'Magazzino' })
    expect((await news()).matches.map(({ openingId: id }) => id)).toEqual([later])
    expect(openingId).not.toBe(later)
  })

  it('are not whom somebody has set aside for the opening', async () => {
    const openingId = await posted()
    const { orgId, candidateId } = hers
    await db.asSystem((tx) =>
      tx.insert(matchReviews).values({
        ...{ orgId, openingId, candidateId, seenBy: anna.userId, seenAt: now() },
        ...{ whyNot: 'not_now', setAsideBy: anna.userId, setAsideAt: now() },
      } as never),
    )
    expect((await news()).total).toBe(0)
    await db.asSystem((tx) => tx.delete(matchReviews).where(eq(matchReviews.openingId, openingId)))
    expect((await news()).total).toBe(1)
  })

  it('a moment to come counts as now', async () => {
    await withActor(anna, (tx) => markMatchesSeen(tx, new Date(scene.at + 365 * DAY)))
    scene.at += 60_000
    await posted()
    expect((await news()).total).toBe(1)
  })

  it.each(['coordinator', 'admin'] as const)('a %s is refused', async (role) => {
    const actor = await aStaff(role, anna.orgId)
    await expect(news('organisation', actor)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the mail of the day', () => {
  const days = async (...at: string[]) => {
    for (const day of at) {
      scene.at = Date.parse(`${day}T05:00:00Z`)
      await runDaily()
      await runAll()
    }
    return (await mailbox()).filter(({ subject }) => subject === 'Novità nella tua giornata')
  }

  it('comes once for what is new, says how much and of whom nothing', async () => {
    await posted({ title: 'Aiuto fornaio' })
    // Wednesday twice, Thursday: nothing came after the first.
    const mails = await days('2026-11-18', '2026-11-18', '2026-11-19')
    expect(mails.length).toBe(1)
    const said = JSON.stringify(mails[0])
    expect(said).toContain('1 novità')
    expect(said).not.toMatch(new RegExp(`${hers.code}|${hers.candidateId}|fornaio|Azienda`))
  })

  it('comes again when more has come, on working days', async () => {
    await posted()
    expect((await days('2026-11-20')).length).toBe(1)
    scene.at = Date.parse('2026-11-20T15:00:00Z')
    await posted()
    expect((await days('2026-11-21', '2026-11-22')).length).toBe(1)
    expect((await days('2026-11-23')).length).toBe(2)
  })

  it('does not come to whom has looked, or turned it off', async () => {
    const bruna = await aStaff('case_manager')
    await aCandidate({ orgId: bruna.orgId, caseManagerId: bruna.userId, profile: { available: DAYTIME } })
    await posted()
    scene.at += 60_000
    await withActor(anna, (tx) => markMatchesSeen(tx, now()))
    await withActor(bruna, (tx) => setDigest(tx, false))
    expect(await days('2026-11-18')).toEqual([])
  })
})
