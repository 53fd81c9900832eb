import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/shared/actor.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { askTestimonial } from '#app/domain/testimonials/ask-testimonial.server.ts'
import { recordTestimonialSchema } from '#app/domain/testimonials/record-testimonial.schema.server.ts'
import { recordTestimonial } from '#app/domain/testimonials/record-testimonial.server.ts'
import { tellTestimonialAsker } from '#app/domain/follow-ups/tell-testimonial-asker.server.ts'
import { takeBackLogged } from '#app/domain/companies/take-back-logged.server.ts'
import { timeline } from '#app/domain/companies/timeline.server.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { testimonials } from '#db/schema/stories.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const heard = (said: 'accepted' | 'declined' | 'withdrawn', testimonialId: string) =>
  ({ testimonialId, said, validity: '24', kind: 'call', note: 'La titolare: volentieri' }) as const
const rowOf = async (id: string) => {
  const [row] = await db.asSystem((tx) => tx.select().from(testimonials).where(eq(testimonials.id, id)))
  return row
}
const asked = (actor: Actor, companyId: CompanyId) =>
  withActor(actor, (tx) => askTestimonial(tx, companyId, 'events'))
const refusal = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)

describe('what a company says by voice about being a testimonial', () => {
  test('counts as its answer, and the talk as a contact with its words', async () => {
    const manager = await aStaff()
    const companyId = await aCompany({ stage: 'hiring' })
    const id = await asked(manager, companyId)
    await withActor(manager, (tx) => recordTestimonial(tx, companyId, heard('accepted', id)))
    expect(await rowOf(id)).toMatchObject({ state: 'accepted', validUntil: expect.any(Date) as Date })
    const [company] = await db.asSystem((tx) =>
      tx.select().from(companies).where(eq(companies.id, companyId)),
    )
    expect(company).toMatchObject({ stage: 'testimonial', lastContactAt: expect.any(Date) as Date })
    const talks = await db.asSystem((tx) =>
      tx.select().from(interactions).where(eq(interactions.companyId, companyId)),
    )
    expect(talks).toMatchObject([
      { kind: 'call', outcome: 'positive', userId: manager.userId, note: 'La titolare: volentieri' },
    ])
  })

  test('a yes taken back is told on its own day, and the yes stays on its own', async () => {
    const coordinator = await aStaff('coordinator')
    const companyId = await aCompany()
    const id = await asked(coordinator, companyId)
    await withActor(coordinator, (tx) => recordTestimonial(tx, companyId, heard('accepted', id)))
    await withActor(coordinator, (tx) => recordTestimonial(tx, companyId, heard('withdrawn', id)))
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', withdrawnAt: expect.any(Date) as Date })
    const { entries } = await withActor(coordinator, (tx) =>
      timeline(tx, companyId, { part: 'past', topic: 'outcomes', page: 1, perPage: 20 }),
    )
    expect(entries.map(({ source, what }) => [source, what])).toEqual([
      ['testimonial_withdrawn', 'withdrawn'],
      ['testimonial_answered', 'accepted'],
      ['testimonial_asked', 'events'],
    ])
  })

  test('needs the words that were heard, and for a yes how long it holds', () => {
    const id = '00000000-0000-4000-8000-000000000000'
    const fields = (given: object) => {
      const parsed = recordTestimonialSchema.safeParse({ ...heard('accepted', id), ...given })
      return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message])
    }
    expect(fields({})).toEqual([])
    expect(fields({ note: '  ' })).toEqual([['note', 'testimonials_heard_note_missing']])
    expect(fields({ validity: undefined })).toEqual([['validity', 'testimonials_validity_missing']])
    expect(fields({ said: 'declined', validity: undefined })).toEqual([])
  })

  test('is written down once, of the right company, and by the network alone', async () => {
    const manager = await aStaff()
    const companyId = await aCompany()
    const id = await asked(manager, companyId)
    const other = await aCompany()
    const by = (actor: Actor, company = companyId) =>
      withActor(actor, (tx) => recordTestimonial(tx, company, heard('declined', id)))
    for (const actor of [await aStaff('admin'), await anHrContact(companyId)])
      expect(await refusal(by(actor))).toMatchObject({ code: 'forbidden' })
    expect(await refusal(by(manager, other))).toMatchObject({ code: 'not_found' })
    await by(manager)
    expect(await refusal(by(manager))).toMatchObject({ code: 'conflict' })
  })

  test('stays with the talks in which it was said: neither is taken back as logged by mistake', async () => {
    const coordinator = await aStaff('coordinator')
    const companyId = await aCompany()
    const id = await asked(coordinator, companyId)
    for (const said of ['accepted', 'withdrawn'] as const)
      await withActor(coordinator, (tx) => recordTestimonial(tx, companyId, heard(said, id)))
    const talks = await db.asSystem((tx) =>
      tx.select().from(interactions).where(eq(interactions.companyId, companyId)),
    )
    expect(talks).toHaveLength(2)
    for (const talk of talks)
      expect(
        await refusal(withActor(coordinator, (tx) => takeBackLogged(tx, companyId, talk.id))),
      ).toMatchObject({ reason: 'relationship_take_back_testimonial' })
  })

  test('is told to who asked, unless she wrote it down herself', async () => {
    const [asker, colleague] = [await aStaff(), await aStaff()]
    const companyId = await aCompany()
    const id = await asked(asker, companyId)
    await withActor(colleague, (tx) => recordTestimonial(tx, companyId, heard('declined', id)))
    const tasks = () => db.asSystem((tx) => tx.$count(followUps, eq(followUps.companyId, companyId)))
    await db.asSystem((tx) => tellTestimonialAsker(tx, id, asker.userId))
    expect(await tasks()).toBe(0)
    await db.asSystem((tx) => tellTestimonialAsker(tx, id, colleague.userId))
    expect(await tasks()).toBe(1)
  })
})
