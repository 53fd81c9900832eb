import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/shared/actor.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { answerTestimonial } from '#app/domain/testimonials/answer-testimonial.server.ts'
import { askTestimonial } from '#app/domain/testimonials/ask-testimonial.server.ts'
import {
  listCompanyTestimonials,
  listTestimonials,
} from '#app/domain/testimonials/list-testimonials.server.ts'
import { withdrawTestimonial } from '#app/domain/testimonials/withdraw-testimonial.server.ts'
import { companies } from '#db/schema/companies.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { testimonials } from '#db/schema/stories.ts'
import { stageChanges, trustEvents } from '#db/schema/trust.ts'
import { aCompany, anHrContact, anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { aStory } from '#tests/support/factories/stories.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const rowOf = async (id: string) => {
  const [row] = await db.asSystem((tx) => tx.select().from(testimonials).where(eq(testimonials.id, id)))
  return row
}
const topicsOf = (id: string) =>
  db.asSystem(async (tx) => {
    const rows = await tx.select().from(outbox)
    return rows.filter(({ payload }) => payload.testimonialId === id).map(({ topic }) => topic)
  })
const auditedOf = (id: string) =>
  db.asSystem(async (tx) => {
    const rows = await tx.select().from(auditLog).where(eq(auditLog.subjectId, id))
    return rows.map(({ action }) => action).toSorted()
  })
const stageOf = async (companyId: CompanyId) => {
  const [row] = await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, companyId)))
  return row?.stage
}
const ask = (actor: Actor, companyId: CompanyId) =>
  withActor(actor, (tx) => askTestimonial(tx, companyId, 'both'))
const answer = (actor: Actor, id: string, said: 'accepted' | 'declined') =>
  withActor(actor, (tx) => answerTestimonial(tx, id, said))
const refusal = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)

describe('a request to be a testimonial', () => {
  test('remembers through whom it came', async () => {
    const manager = await aStaff()
    const companyId = await aCompany()
    const id = await ask(manager, companyId)
    expect(await rowOf(id)).toMatchObject({
      ...{ companyId, state: 'asked', scope: 'both', answeredAt: null },
      ...{ throughUserId: manager.userId, throughOrgId: manager.orgId },
    })
    expect(await topicsOf(id)).toEqual(['testimonial.asked'])
    expect(await auditedOf(id)).toEqual(['testimonial.asked'])
  })

  test('accepted moves the company up the ladder, and its score not at all', async () => {
    const hr = await anHrContact(await aCompany({ stage: 'hiring' }))
    const id = await ask(await aStaff('coordinator'), hr.companyId)
    await answer(hr, id, 'accepted')
    expect(await rowOf(id)).toMatchObject({ state: 'accepted', answeredAt: expect.any(Date) as Date })
    expect(await stageOf(hr.companyId)).toBe('testimonial')
    const changes = await db.asSystem((tx) =>
      tx.select().from(stageChanges).where(eq(stageChanges.companyId, hr.companyId)),
    )
    expect(changes).toMatchObject([
      { fromStage: 'hiring', toStage: 'testimonial', cause: 'testimonial_accepted', authorId: hr.userId },
    ])
    expect(
      await db.asSystem((tx) => tx.select().from(trustEvents).where(eq(trustEvents.companyId, hr.companyId))),
    ).toEqual([])
    expect(await topicsOf(id)).toEqual(['testimonial.asked', 'testimonial.answered'])
    expect(await auditedOf(id)).toEqual(['testimonial.accepted', 'testimonial.asked'])
  })

  test('declined leaves the company where it is, and may be asked again later', async () => {
    const hr = await anHrContact(await aCompany({ stage: 'hosting' }))
    const manager = await aStaff()
    const id = await ask(manager, hr.companyId)
    await answer(hr, id, 'declined')
    expect(await rowOf(id)).toMatchObject({ state: 'declined' })
    expect(await stageOf(hr.companyId)).toBe('hosting')
    expect(await refusal(answer(hr, id, 'accepted'))).toMatchObject({ code: 'conflict' })
    await ask(manager, hr.companyId)
  })

  test('is made once at a time, also by two people at once', async () => {
    const companyId = await aCompany()
    const people = [await aStaff(), await aStaff(), await aStaff('coordinator')]
    const asked = await Promise.allSettled(people.map((actor) => ask(actor, companyId)))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', reason: 'testimonials_already_asked' },
    })
  })

  test('is not made to who asked not to be contacted, nor to who is not verified', async () => {
    const manager = await aStaff()
    expect(await refusal(ask(manager, await aCompany({ doNotContact: true })))).toMatchObject({
      code: 'refused',
      reason: 'testimonials_company_not_contacted',
    })
    expect(await refusal(ask(manager, await aCompany({ verification: 'pending' })))).toMatchObject({
      reason: 'testimonials_company_not_verified',
    })
    expect(await refusal(ask(await aStaff('admin'), await aCompany()))).toMatchObject({ code: 'forbidden' })
    expect(await refusal(ask(await anHrContact(), await aCompany()))).toMatchObject({ code: 'forbidden' })
  })

  test('is answered and taken back by its company alone', async () => {
    const hr = await anHrContact()
    const id = await ask(await aStaff(), hr.companyId)
    for (const actor of [await anHrContact(), await aStaff(), await aStaff('coordinator')]) {
      expect(await refusal(answer(actor, id, 'accepted'))).toMatchObject({ code: 'not_found' })
    }
    expect(await refusal(withActor(hr, (tx) => withdrawTestimonial(tx, id)))).toMatchObject({
      code: 'conflict',
    })
    await answer(hr, id, 'accepted')
    expect(await refusal(withActor(await anHrContact(), (tx) => withdrawTestimonial(tx, id)))).toMatchObject({
      code: 'not_found',
    })
    await withActor(hr, (tx) => withdrawTestimonial(tx, id))
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn' })
    expect(await stageOf(hr.companyId)).toBe('testimonial')
  })
})

describe('the list of testimonials', () => {
  test('says which company, since when, through whom and with how many stories', async () => {
    const orgId = await anOrganisation('Cooperativa Orizzonti')
    const manager = await aStaff('case_manager', orgId)
    const coordinator = await aStaff('coordinator')
    const hr = await anHrContact(await aCompany({ name: 'Hotel Dora' }))
    await aStory({ companyId: hr.companyId, state: 'published' })
    await aStory({ companyId: hr.companyId, state: 'submitted' })
    const id = await ask(manager, hr.companyId)
    await answer(hr, id, 'accepted')
    await ask(manager, await aCompany())
    const page = { page: 1, perPage: 20 }
    const list = await withActor(coordinator, (tx) => listTestimonials(tx, { state: 'accepted', ...page }))
    const row = list.testimonials.find((testimonial) => testimonial.id === id)
    expect(row).toMatchObject({
      ...{ companyName: 'Hotel Dora', state: 'accepted', scope: 'both', storiesPublished: 1 },
      ...{ throughPerson: manager.name, throughOrganisation: 'Cooperativa Orizzonti' },
      answeredAt: expect.any(Date) as Date,
    })
    const everything = await withActor(coordinator, (tx) => listTestimonials(tx, { state: null, ...page }))
    expect(everything.total).toBeGreaterThan(list.total)
    for (const actor of [manager, await aStaff('admin'), hr]) {
      expect(
        await refusal(withActor(actor, (tx) => listTestimonials(tx, { state: null, ...page }))),
      ).toMatchObject({ code: 'forbidden' })
    }
  })

  test('of one company is for its own people and names nobody', async () => {
    const hr = await anHrContact()
    const id = await ask(await aStaff(), hr.companyId)
    const own = await withActor(hr, (tx) => listCompanyTestimonials(tx, hr.companyId))
    expect(own.map((row) => Object.keys(row).toSorted())).toEqual([
      ['answeredAt', 'askedAt', 'id', 'scope', 'speaks', 'state', 'validUntil'],
    ])
    expect(own[0]?.id).toBe(id)
    expect(
      await refusal(withActor(await anHrContact(), (tx) => listCompanyTestimonials(tx, hr.companyId))),
    ).toMatchObject({ code: 'not_found' })
  })
})
