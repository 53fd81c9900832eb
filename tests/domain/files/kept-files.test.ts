import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { erasePerson } from '#app/domain/erasure/erase-person.server.ts'
import { cvOf, openCv, putCv, removeCv } from '#app/domain/files/candidate-cv.server.ts'
import {
  addExtract,
  extractsOf,
  openExtract,
  removeExtract,
} from '#app/domain/files/register-extract.server.ts'
import { openPhoto, photoOf, putPhoto } from '#app/domain/files/story-photo.server.ts'
import { ANONYMOUS, type HrActor, type StaffActor } from '#app/domain/shared/actor.ts'
import type { StoryId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { loadStory } from '#app/domain/stories/load-story.server.ts'
import { candidateFiles } from '#db/schema/files.ts'
import { auditLog } from '#db/schema/operations.ts'
import { stories } from '#db/schema/stories.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { aStory } from '#tests/support/factories/stories.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const CANARY = 'Kanarienvogel'
const pdf = { type: 'pdf' as const, content: Buffer.from(`%PDF-1.7 ${CANARY}`), width: null, height: null }
const photo = { type: 'jpeg' as const, content: Buffer.from('a picture'), width: 60, height: 40 }

let anna: StaffActor
let person: CandidateRef
beforeAll(async () => {
  anna = await aStaff()
  person = await aCandidate({ orgId: anna.orgId, caseManagerId: anna.userId })
})

const rows = () =>
  db.asSystem((tx) =>
    tx.select().from(candidateFiles).where(eq(candidateFiles.candidateId, person.candidateId)),
  )

describe('a curriculum', () => {
  test('is sealed with her key, one at a time, and whoever opens it is written down', async () => {
    await withActor(anna, (tx) => putCv(tx, person, { ...pdf, content: Buffer.from('the one before') }))
    await withActor(anna, (tx) => putCv(tx, person, pdf))
    const kept = await rows()
    expect(kept).toHaveLength(1)
    expect(kept[0]?.content.includes(CANARY)).toBe(false)
    const colleague = await aStaff('case_manager', anna.orgId)
    const opened = await withActor(colleague, (tx) => openCv(tx, person))
    expect(opened).toEqual({ type: 'pdf', content: pdf.content })
    const trail = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, person.candidateId)),
    )
    expect(trail.map(({ action, actorId }) => [action, actorId]).slice(-2)).toEqual([
      ['candidate.cv_added', anna.userId],
      ['candidate.cv_read', colleague.userId],
    ])
  })

  test('is of no other organisation, and of no other role', async () => {
    for (const actor of [await aStaff(), await aStaff('coordinator', anna.orgId)]) {
      const read = withActor(actor, (tx) => openCv(tx, person))
      await expect(read).rejects.toMatchObject({ code: 'not_found' })
      const write = withActor(actor, (tx) => putCv(tx, person, pdf))
      await expect(write).rejects.toMatchObject({ code: 'not_found' })
      const remove = withActor(actor, (tx) => removeCv(tx, { ...person, orgId: actor.orgId }))
      await expect(remove).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  test('moved to another person’s row does not open', async () => {
    const other = await aCandidate({ orgId: anna.orgId, caseManagerId: anna.userId })
    await withActor(anna, (tx) => putCv(tx, other, pdf))
    const [row] = await rows()
    await db.asSystem((tx) =>
      tx.execute(sql`update candidate_files set id = ${row?.id}, content = ${row?.content}
        where candidate_id = ${other.candidateId}`),
    )
    await expect(withActor(anna, (tx) => openCv(tx, other))).rejects.toThrow()
  })

  test('goes when it is removed, and with her', async () => {
    await withActor(anna, (tx) => removeCv(tx, person))
    expect(await withActor(anna, (tx) => cvOf(tx, person))).toBeNull()
    await withActor(anna, (tx) => putCv(tx, person, pdf))
    await withActor(anna, (tx) => erasePerson(tx, person, 'asked'))
    expect(await rows()).toEqual([])
  })
})

describe('a register extract', () => {
  test('is for coordinators, five a company, each removed by itself', async () => {
    const clara = await aStaff('coordinator')
    const companyId = await aCompany()
    for (let times = 0; times < 5; times++) await withActor(clara, (tx) => addExtract(tx, companyId, pdf))
    const sixth = withActor(clara, (tx) => addExtract(tx, companyId, pdf))
    await expect(sixth).rejects.toMatchObject({ reason: 'files_too_many', field: 'file' })
    const [one] = await withActor(clara, (tx) => extractsOf(tx, companyId))
    const id = one?.id ?? ''
    expect((await withActor(clara, (tx) => openExtract(tx, companyId, id))).content).toEqual(pdf.content)
    const elsewhere = await aCompany()
    for (const attempt of [
      withActor(clara, (tx) => openExtract(tx, elsewhere, id)),
      withActor(clara, (tx) => removeExtract(tx, elsewhere, id)),
    ])
      await expect(attempt).rejects.toMatchObject({ code: 'not_found' })
    for (const actor of [anna, await anHrContact(companyId)])
      await expect(withActor(actor, (tx) => extractsOf(tx, companyId))).rejects.toMatchObject({
        code: 'forbidden',
      })
    await withActor(clara, (tx) => removeExtract(tx, companyId, id))
    expect(await withActor(clara, (tx) => extractsOf(tx, companyId))).toHaveLength(4)
  })
})

describe('the photograph of a story', () => {
  let hr: HrActor
  let storyId: StoryId
  const state = (to: 'draft' | 'published') =>
    db.asSystem((tx) => tx.update(stories).set({ state: to }).where(eq(stories.id, storyId)))
  beforeAll(async () => {
    hr = await anHrContact()
    storyId = await aStory({ companyId: hr.companyId, state: 'draft' })
  })

  test('is everybody’s once the story is published, and before that of who writes it', async () => {
    await withActor(hr, (tx) => putPhoto(tx, storyId, { ...photo, alt: 'Un forno' }))
    for (const actor of [ANONYMOUS, await anHrContact()]) {
      await expect(withActor(actor, (tx) => openPhoto(tx, storyId))).rejects.toMatchObject({
        code: 'not_found',
      })
      expect(await withActor(actor, (tx) => photoOf(tx, storyId))).toBeNull()
    }
    expect(await withActor(hr, (tx) => openPhoto(tx, storyId))).toEqual(photo.content)
    await state('published')
    expect(await withActor(ANONYMOUS, (tx) => openPhoto(tx, storyId))).toEqual(photo.content)
    expect(await withActor(ANONYMOUS, (tx) => photoOf(tx, storyId))).toMatchObject({
      ...{ alt: 'Un forno', width: 60, height: 40 },
    })
  })

  test('has words that are read again for what they say of a person', async () => {
    await state('draft')
    const alt = 'Una ragazza nigeriana davanti al forno'
    await withActor(hr, (tx) => putPhoto(tx, storyId, { ...photo, alt }))
    expect((await withActor(hr, (tx) => loadStory(tx, storyId))).hints).toEqual(['ragazza', 'nigeriana'])
    await state('published')
  })

  test('is put by nobody else, and by nobody once the story has gone on', async () => {
    const put = (actor: HrActor) =>
      withActor(actor, (tx) => putPhoto(tx, storyId, { ...photo, alt: 'Un altro' }))
    await expect(put(hr)).rejects.toMatchObject({ code: 'conflict' })
    await state('draft')
    await expect(put(await anHrContact())).rejects.toMatchObject({ code: 'not_found' })
  })
})
