import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/shared/actor.ts'
import type { CompanyId, StoryId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { approveStory } from '#app/domain/stories/approve-story.server.ts'
import { askApproval } from '#app/domain/stories/ask-approval.server.ts'
import { editStory } from '#app/domain/stories/edit-story.server.ts'
import { reviewStory } from '#app/domain/stories/review-story.server.ts'
import { submitStory } from '#app/domain/stories/submit-story.server.ts'
import { takeBackStory } from '#app/domain/stories/take-back-story.server.ts'
import { withdrawStory } from '#app/domain/stories/withdraw-story.server.ts'
import { writeStory } from '#app/domain/stories/write-story.server.ts'
import { companies } from '#db/schema/companies.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { stories } from '#db/schema/stories.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aStory, storyWords } from '#tests/support/factories/stories.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const rowOf = async (id: StoryId) => {
  const [row] = await db.asSystem((tx) => tx.select().from(stories).where(eq(stories.id, id)))
  return row
}
const topicsOf = (id: StoryId) =>
  db.asSystem(async (tx) => {
    const rows = await tx.select().from(outbox)
    return rows.filter(({ payload }) => payload.storyId === id).map(({ topic }) => topic)
  })
const auditedOf = (id: string) =>
  db.asSystem(async (tx) => {
    const rows = await tx.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.at)
    return rows.map(({ action }) => action)
  })
const trustOf = (companyId: CompanyId) =>
  db.asSystem((tx) => tx.select().from(trustEvents).where(eq(trustEvents.companyId, companyId)))
const as = <T>(actor: Actor, work: Parameters<typeof withActor<T>>[1]) => withActor(actor, work)
const refusal = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)

describe('a story that the company writes itself', () => {
  test('is drafted, changed, submitted and published, and moves the trust', async () => {
    const hr = await anHrContact(await aCompany({ name: 'Forno Rossi', sector: 'food-industry' }))
    const coordinator = await aStaff('coordinator')
    const id = await as(hr, (tx) => writeStory(tx, hr.companyId, storyWords))
    expect(await rowOf(id)).toMatchObject({
      ...{ ...storyWords, state: 'draft', quote: '', daysToFill: null, version: 1, slug: null },
      ...{ companyName: 'Forno Rossi', sector: 'food-industry', writtenBy: hr.userId },
    })
    await as(hr, (tx) =>
      editStory(tx, id, { version: 1, ...storyWords, quote: 'Rifarlo? Sì.', daysToFill: 18 }),
    )
    await as(hr, (tx) => submitStory(tx, id, 2))
    await db.asSystem((tx) =>
      tx.update(companies).set({ name: 'Forno Rossi & figlie' }).where(eq(companies.id, hr.companyId)),
    )
    await as(coordinator, (tx) => reviewStory(tx, id, { version: 3, decision: 'publish' }))

    const row = await rowOf(id)
    expect(row).toMatchObject({
      ...{ state: 'published', slug: 'terzo-turno-coperto-in-18-giorni', quote: 'Rifarlo? Sì.' },
      ...{ daysToFill: 18, version: 4, companyName: 'Forno Rossi & figlie' },
      publishedBy: coordinator.userId,
    })
    expect(row?.publishedAt).toBeInstanceOf(Date)
    expect(await topicsOf(id)).toEqual(['story.submitted', 'story.published'])
    expect(await auditedOf(id)).toEqual([
      'story.written',
      'story.edited',
      'story.submitted',
      'story.published',
    ])
    expect(await trustOf(hr.companyId)).toMatchObject([
      { kind: 'story_published', causeType: 'story', causeId: id, authorId: coordinator.userId },
    ])
    const [company] = await db.asSystem((tx) =>
      tx.select().from(companies).where(eq(companies.id, hr.companyId)),
    )
    expect(company?.trustScore).toBeGreaterThan(50)
  })

  test('two stories with one title get two addresses', async () => {
    const coordinator = await aStaff('coordinator')
    const ids = await Promise.all(
      [0, 1, 2].map(() => aStory({ state: 'submitted', title: 'La stessa storia' })),
    )
    await Promise.all(
      ids.map((id) => as(coordinator, (tx) => reviewStory(tx, id, { version: 1, decision: 'publish' }))),
    )
    const slugs = await Promise.all(ids.map(async (id) => (await rowOf(id))?.slug))
    expect(slugs.toSorted()).toEqual(['la-stessa-storia', 'la-stessa-storia-2', 'la-stessa-storia-3'])
  })

  test('goes back to the company with a note, which the next step clears', async () => {
    const hr = await anHrContact()
    const coordinator = await aStaff('coordinator')
    const id = await aStory({ companyId: hr.companyId, state: 'submitted' })
    const note = 'Nella seconda riga c’è un nome: togliamolo.'
    await as(coordinator, (tx) => reviewStory(tx, id, { version: 1, decision: 'send_back', note }))
    expect(await rowOf(id)).toMatchObject({ state: 'draft', reviewNote: note, version: 2 })
    await as(hr, (tx) => submitStory(tx, id, 2))
    expect(await rowOf(id)).toMatchObject({ state: 'submitted', reviewNote: '' })
    expect(await trustOf(hr.companyId)).toEqual([])
  })

  test('is not published while its company is not verified', async () => {
    const companyId = await aCompany({ verification: 'pending' })
    const id = await aStory({ companyId, state: 'submitted' })
    const coordinator = await aStaff('coordinator')
    expect(
      await refusal(as(coordinator, (tx) => reviewStory(tx, id, { version: 1, decision: 'publish' }))),
    ).toMatchObject({ code: 'refused', reason: 'stories_company_not_verified' })
    expect(await rowOf(id)).toMatchObject({ state: 'submitted', slug: null })
  })

  test('is withdrawn by the company at any time and leaves the public list', async () => {
    const hr = await anHrContact()
    const id = await aStory({ companyId: hr.companyId, state: 'published' })
    await as(hr, (tx) => withdrawStory(tx, id, { version: 1 }))
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', version: 2 })
    expect(await auditedOf(id)).toEqual(['story.withdrawn'])
    expect(await refusal(as(hr, (tx) => submitStory(tx, id, 2)))).toMatchObject({ code: 'conflict' })
  })

  test('is taken down by a coordinator only with a reason', async () => {
    const coordinator = await aStaff('coordinator')
    const id = await aStory({ state: 'published' })
    expect(await refusal(as(coordinator, (tx) => withdrawStory(tx, id, { version: 1 })))).toMatchObject({
      code: 'invalid',
      field: 'note',
    })
    await as(coordinator, (tx) => withdrawStory(tx, id, { version: 1, note: 'L’azienda ha chiuso.' }))
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', reviewNote: 'L’azienda ha chiuso.' })
  })
})

describe('a story that a case manager writes', () => {
  test('is published only after its company approved it', async () => {
    const hr = await anHrContact()
    const manager = await aStaff()
    const coordinator = await aStaff('coordinator')
    const id = await as(manager, (tx) => writeStory(tx, hr.companyId, storyWords))
    expect(await refusal(as(manager, (tx) => submitStory(tx, id, 1)))).toMatchObject({ code: 'not_found' })
    await as(manager, (tx) => askApproval(tx, id, 1))
    expect(await rowOf(id)).toMatchObject({ state: 'awaiting_company', writtenBy: manager.userId })
    expect(
      await refusal(as(coordinator, (tx) => reviewStory(tx, id, { version: 2, decision: 'publish' }))),
    ).toMatchObject({ code: 'conflict' })
    await as(hr, (tx) => approveStory(tx, id, { version: 2, decision: 'approve' }))
    await as(coordinator, (tx) => reviewStory(tx, id, { version: 3, decision: 'publish' }))
    expect(await rowOf(id)).toMatchObject({ state: 'published' })
    expect(await topicsOf(id)).toEqual(['story.approval_asked', 'story.submitted', 'story.published'])
    expect(await auditedOf(id)).toEqual([
      'story.written',
      'story.approval_asked',
      'story.approved',
      'story.published',
    ])
  })

  test('comes back with what to change, and may be changed by the company itself', async () => {
    const hr = await anHrContact()
    const manager = await aStaff()
    const id = await as(manager, (tx) => writeStory(tx, hr.companyId, storyWords))
    await as(manager, (tx) => askApproval(tx, id, 1))
    await as(hr, (tx) => editStory(tx, id, { version: 2, ...storyWords, title: 'Il nostro terzo turno' }))
    expect(
      await refusal(as(manager, (tx) => editStory(tx, id, { version: 3, ...storyWords }))),
    ).toMatchObject({ code: 'conflict', reason: 'stories_not_editable' })
    const note = 'I mesi sono sedici, non quattordici.'
    await as(hr, (tx) => approveStory(tx, id, { version: 3, decision: 'send_back', note }))
    expect(await rowOf(id)).toMatchObject({
      state: 'draft',
      reviewNote: note,
      title: 'Il nostro terzo turno',
    })
    await as(manager, (tx) => editStory(tx, id, { version: 4, ...storyWords }))
    expect((await rowOf(id))?.version).toBe(5)
  })

  test('is not sent to a company that asked not to be contacted', async () => {
    const manager = await aStaff()
    const companyId = await aCompany({ doNotContact: true })
    const id = await as(manager, (tx) => writeStory(tx, companyId, storyWords))
    expect(await refusal(as(manager, (tx) => askApproval(tx, id, 1)))).toMatchObject({ code: 'refused' })
    expect(await topicsOf(id)).toEqual([])
  })
})

describe('a story handed on', () => {
  test('is taken back to draft by whoever handed it on, while nobody has answered', async () => {
    const hr = await anHrContact()
    const manager = await aStaff()
    const submitted = await aStory({ companyId: hr.companyId, state: 'submitted' })
    expect(await refusal(as(manager, (tx) => takeBackStory(tx, submitted, 1)))).toMatchObject({
      code: 'refused',
      reason: 'trust_refused_not_by_you',
    })
    await as(hr, (tx) => takeBackStory(tx, submitted, 1))
    expect(await rowOf(submitted)).toMatchObject({ state: 'draft', version: 2 })
    expect(await auditedOf(submitted)).toEqual(['story.taken_back'])

    const asked = await aStory({ companyId: hr.companyId, state: 'awaiting_company' })
    await as(manager, (tx) => takeBackStory(tx, asked, 1))
    expect(await rowOf(asked)).toMatchObject({ state: 'draft' })
    const published = await aStory({ companyId: hr.companyId, state: 'published' })
    expect(await refusal(as(hr, (tx) => takeBackStory(tx, published, 1)))).toMatchObject({ code: 'conflict' })
    expect(await refusal(as(await aStaff('coordinator'), (tx) => takeBackStory(tx, asked, 2)))).toMatchObject(
      { code: 'not_found' },
    )
  })
})

describe('who may not', () => {
  const commands: [string, (actor: Actor, id: StoryId) => Promise<unknown>][] = [
    ['edit', (actor, id) => as(actor, (tx) => editStory(tx, id, { version: 1, ...storyWords }))],
    ['ask approval', (actor, id) => as(actor, (tx) => askApproval(tx, id, 1))],
    ['submit', (actor, id) => as(actor, (tx) => submitStory(tx, id, 1))],
    ['approve', (actor, id) => as(actor, (tx) => approveStory(tx, id, { version: 1, decision: 'approve' }))],
    ['publish', (actor, id) => as(actor, (tx) => reviewStory(tx, id, { version: 1, decision: 'publish' }))],
    ['withdraw', (actor, id) => as(actor, (tx) => withdrawStory(tx, id, { version: 1, note: 'x' }))],
  ]

  test.each(commands)('another company can not %s', async (_, command) => {
    const owner = await anHrContact()
    const stranger = await anHrContact()
    for (const state of ['draft', 'awaiting_company', 'submitted', 'published'] as const) {
      const id = await aStory({ companyId: owner.companyId, state, writtenBy: owner.userId })
      const error = await refusal(command(stranger, id))
      expect(error).toMatchObject({ code: expect.stringMatching(/not_found|forbidden/) as string })
      expect(await rowOf(id)).toMatchObject({ state, version: 1 })
    }
  })

  test.each(commands)('a company’s own draft is nobody else’s to %s', async (_, command) => {
    const hr = await anHrContact()
    const id = await aStory({ companyId: hr.companyId, writtenBy: hr.userId })
    for (const role of ['case_manager', 'coordinator', 'admin'] as const) {
      const error = await refusal(command(await aStaff(role), id))
      expect(error).toMatchObject({ code: expect.stringMatching(/not_found|forbidden/) as string })
    }
    expect(await rowOf(id)).toMatchObject({ state: 'draft', version: 1 })
  })

  test('nobody but a coordinator publishes', async () => {
    const hr = await anHrContact()
    const id = await aStory({ companyId: hr.companyId, state: 'submitted' })
    for (const actor of [hr, await aStaff('case_manager'), await aStaff('admin')]) {
      expect(
        await refusal(as(actor, (tx) => reviewStory(tx, id, { version: 1, decision: 'publish' }))),
      ).toMatchObject({ code: 'forbidden' })
    }
    expect(await rowOf(id)).toMatchObject({ state: 'submitted' })
  })

  test('two who answer at once: the second is told and nothing is lost', async () => {
    const hr = await anHrContact()
    const id = await aStory({ companyId: hr.companyId, writtenBy: hr.userId })
    const titles = ['Primo titolo, il mio', 'Secondo titolo, il suo']
    const edits = await Promise.allSettled(
      titles.map((title) => as(hr, (tx) => editStory(tx, id, { version: 1, ...storyWords, title }))),
    )
    expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(edits.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'stale' } })
    expect((await rowOf(id))?.version).toBe(2)
  })
})
