import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { timeline } from '#app/domain/companies/timeline.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { answerTestimonial } from '#app/domain/testimonials/answer-testimonial.server.ts'
import { askTestimonial } from '#app/domain/testimonials/ask-testimonial.server.ts'
import { listUses } from '#app/domain/testimonials/list-uses.server.ts'
import { logUse } from '#app/domain/testimonials/log-use.server.ts'
import type { TestimonialScope, UseKind } from '#app/domain/testimonials/scopes.ts'
import { takeBackUse } from '#app/domain/testimonials/take-back-use.server.ts'
import { withdrawTestimonial } from '#app/domain/testimonials/withdraw-testimonial.server.ts'
import { trustToday } from '#app/domain/trust/trust-today.server.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const AGREED = Date.parse('2026-01-12T09:00:00Z')
let at: number
let restore: () => void
let hr: HrActor
let giulia: StaffActor
beforeEach(async () => {
  at = AGREED
  restore = setClock(() => new Date(at))
  hr = await anHrContact()
  giulia = await aStaff()
})
afterEach(() => restore())

const agreed = async (scope: TestimonialScope) => {
  const id = await withActor(giulia, (tx) => askTestimonial(tx, hr.companyId, scope))
  await withActor(hr, (tx) => answerTestimonial(tx, id, 'accepted', '12'))
  return id
}
const use = (id: string, kind: UseKind, on: string, who: StaffActor | HrActor = giulia) =>
  withActor(who, (tx) => logUse(tx, id, { kind, on, said: 'Dieci minuti sui turni' }))
const refusal = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)
const spoken = () =>
  db.asSystem((tx) => tx.select().from(trustEvents).where(eq(trustEvents.companyId, hr.companyId)))
const scores = async () => {
  const [row] = await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, hr.companyId)))
  const today = await db.asSystem((tx) => trustToday(tx, [hr.companyId], now()))
  return { kept: row?.trustScore, anew: Number(today.get(hr.companyId)?.score.toFixed(2)) }
}

describe('a use of a testimonial', () => {
  test('is kept with where, when and what, and counts as having spoken', async () => {
    const id = await agreed('both')
    at = Date.parse('2026-06-03T09:00:00Z')
    const useId = await use(id, 'event', '2026-06-02')
    expect(await spoken()).toMatchObject([
      { kind: 'testimonial_spoke', causeType: 'testimonial_use', causeId: useId, withdrawnAt: null },
    ])
    const { kept, anew } = await scores()
    expect(kept).toBe(anew)
    const [seen] = await withActor(hr, (tx) => listUses(tx, [id]))
    expect(seen).toMatchObject({ kind: 'event', said: 'Dieci minuti sui turni', by: null })
    expect(await withActor(await anHrContact(), (tx) => listUses(tx, [id]))).toEqual([])
    const page = { page: 1, perPage: 20, part: 'past' } as const
    const { entries } = await withActor(giulia, (tx) => timeline(tx, hr.companyId, page))
    expect(entries.filter(({ source }) => source === 'testimonial_use')).toMatchObject([
      { what: 'event', words: 'Dieci minuti sui turni' },
    ])
  })

  test('is refused outside of what was agreed, after its end and after a withdrawal', async () => {
    const id = await agreed('events')
    at = Date.parse('2027-02-01T09:00:00Z')
    expect(await refusal(use(id, 'site', '2026-06-02'))).toMatchObject({
      reason: 'testimonials_use_outside_scope',
    })
    expect(await refusal(use(id, 'event', '2027-01-20'))).toMatchObject({
      reason: 'testimonials_use_expired',
    })
    expect(await refusal(use(id, 'event', '2026-01-05'))).toMatchObject({
      reason: 'testimonials_use_before_agreed',
    })
    expect(await refusal(use(id, 'event', '2026-06-02', hr))).toMatchObject({ code: 'forbidden' })
    await use(id, 'event', '2026-06-02')
    await withActor(hr, (tx) => withdrawTestimonial(tx, id))
    expect(await refusal(use(id, 'event', '2026-06-02'))).toMatchObject({
      reason: 'testimonials_use_withdrawn',
    })
    expect(await spoken()).toHaveLength(1)
  })

  test('noted by mistake is taken back once, stays to be read and leaves no trace in the score', async () => {
    const id = await agreed('both')
    at += 60_000
    const before = await scores()
    const useId = await use(id, 'pitch', '2026-01-12')
    await withActor(giulia, (tx) => takeBackUse(tx, id, useId))
    expect(await scores()).toEqual(before)
    expect(await withActor(giulia, (tx) => listUses(tx, [id]))).toMatchObject([{ takenBack: true }])
    const again = withActor(giulia, (tx) => takeBackUse(tx, id, useId))
    expect(await refusal(again)).toMatchObject({ code: 'conflict' })
  })

  test('that has run out may be asked for again', async () => {
    const id = await agreed('events')
    expect(await refusal(withActor(giulia, (tx) => askTestimonial(tx, hr.companyId, 'web')))).toMatchObject({
      reason: 'testimonials_already_accepted',
    })
    at = Date.parse('2027-02-01T09:00:00Z')
    expect(await withActor(giulia, (tx) => askTestimonial(tx, hr.companyId, 'web'))).not.toBe(id)
  })
})
