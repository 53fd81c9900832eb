import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { editCompany } from '#app/domain/companies/edit-company.server.ts'
import { signUpCompany } from '#app/domain/companies/sign-up-company.server.ts'
import { closeOpening } from '#app/domain/openings/close-opening.server.ts'
import { discardDraft } from '#app/domain/openings/discard-draft.server.ts'
import { duplicateOpening } from '#app/domain/openings/duplicate-opening.server.ts'
import { pauseOpening } from '#app/domain/openings/pause-opening.server.ts'
import { postOpening } from '#app/domain/openings/post-opening.server.ts'
import { indexIsWhole } from '#app/domain/search/index-is-whole.server.ts'
import { indexLabels } from '#app/domain/search/index-labels.server.ts'
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { editStory } from '#app/domain/stories/edit-story.server.ts'
import { reviewStory } from '#app/domain/stories/review-story.server.ts'
import { submitStory } from '#app/domain/stories/submit-story.server.ts'
import { withdrawStory } from '#app/domain/stories/withdraw-story.server.ts'
import { writeStory } from '#app/domain/stories/write-story.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { taxonomyProfessions, taxonomySkills } from '#db/schema/taxonomy.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aTaxonomy } from '#tests/support/factories/taxonomy.ts'
import { vatIdOf } from '#tests/support/factories/sequence.ts'
import { storyWords } from '#tests/support/factories/stories.ts'
import { aDraft, aFullDraft, versionOf } from '#tests/domain/openings/opening-looks.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

let hr: HrActor
let caseManager: StaffActor

beforeAll(async () => {
  // Fewer than there are, so that a rebuild takes no time; those that the openings below name are among them.
  await aTaxonomy(/^isco-(9|5)|dish|line-prep|second-courses/)
  hr = await anHrContact()
  caseManager = await aStaff('case_manager')
  await db.asSystem((tx) => rebuildIndex(tx))
})

type Row = { row: string }
const lines = (query: ReturnType<typeof sql>) =>
  db.asSystem(async (tx) => (await tx.execute<Row>(query)).map(({ row }) => row))
const entries = () => lines(sql`select e::text as row from search_entries e order by e.id`)
const postings = () => lines(sql`select p::text as row from search_postings p order by 1`)
const words = () =>
  lines(
    sql`select w::text as row from search_words w union all select s::text from search_spellings s order by 1`,
  )

/** What the commands have left is what the truth says, row by row; of words that are gone some may be left. */
async function expectNoDrift(): Promise<void> {
  const kept = [await entries(), await postings(), await words()] as const
  expect(await db.asSystem((tx) => indexIsWhole(tx))).toBe(true)
  await db.asSystem((tx) => rebuildIndex(tx))
  expect(kept[0]).toEqual(await entries())
  expect(kept[1]).toEqual(await postings())
  expect(kept[2]).toEqual(expect.arrayContaining(await words()))
}

const factsOf = async (companyId: typeof hr.companyId) => {
  const [row] = await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, companyId)))
  if (!row) throw new Error('no company')
  return { ...row, place: row.placeCode, website: undefined }
}

describe('the search index follows every command', () => {
  test('that writes an opening, from draft to closed', async () => {
    const posted = await aFullDraft(hr)
    await withActor(hr, (tx) => postOpening(tx, posted, 4))
    await withActor(hr, (tx) => pauseOpening(tx, posted, 5))
    const copy = await withActor(hr, (tx) => duplicateOpening(tx, posted, 6))
    await withActor(hr, (tx) => closeOpening(tx, posted, 6, 'filled_elsewhere'))
    const thrown = await aDraft(hr)
    await withActor(hr, async (tx) => discardDraft(tx, thrown, await versionOf(thrown)))
    expect((await entries()).filter((row) => row.includes(thrown))).toEqual([])
    expect((await entries()).filter((row) => row.includes(copy))).toHaveLength(1)
    await expectNoDrift()
  })

  test('that writes a company, drafts of hers that the writer may not find included', async () => {
    const draft = await aDraft(hr)
    const { version, sizeBand, place } = await factsOf(hr.companyId)
    const facts = { version, sector: 'hotels' as const, sizeBand, place, name: 'Altro Nome Zuccherificio' }
    await withActor(caseManager, (tx) => editCompany(tx, hr.companyId, facts))
    expect((await entries()).find((row) => row.startsWith(`(${draft}`))).toContain('Zuccherificio')
    await withActor(hr, (tx) =>
      editCompany(tx, hr.companyId, { ...facts, version: version + 1, name: 'Nome Terzo' }),
    )
    await signUpCompany(
      {
        ...{
          company: 'Ditta Nuovissima',
          vatId: vatIdOf(7_700_001),
          sector: 'hotels',
          sizeBand: 'small' as const,
        },
        ...{ place: '001272', name: 'Prova', email: 'prova@nuovissima.example', locale: 'it' },
      },
      '127.0.0.1',
    )
    await expectNoDrift()
  })

  test('that writes a story, back to a draft and out of sight of who sent it back', async () => {
    const coordinator = await aStaff('coordinator')
    const id = await withActor(hr, (tx) => writeStory(tx, hr.companyId, storyWords))
    await withActor(caseManager, (tx) => writeStory(tx, hr.companyId, { ...storyWords, title: 'Di altri' }))
    await withActor(hr, (tx) => editStory(tx, id, { version: 1, ...storyWords, title: 'Un titolo diverso' }))
    await withActor(hr, (tx) => submitStory(tx, id, 2))
    await withActor(coordinator, (tx) =>
      reviewStory(tx, id, { version: 3, decision: 'send_back', note: 'Manca la durata.' }),
    )
    await withActor(hr, (tx) => submitStory(tx, id, 4))
    await withActor(coordinator, (tx) => reviewStory(tx, id, { version: 5, decision: 'publish' }))
    await withActor(hr, (tx) => withdrawStory(tx, id, { version: 6 }))
    await expectNoDrift()
  })

  test('and the taxonomy, for the openings that name a label too', async () => {
    const helper = eq(taxonomyProfessions.code, 'isco-9412-kitchen-helper')
    await db.asSystem(async (tx) => {
      await tx
        .update(taxonomyProfessions)
        .set({ labelIt: 'Sguattera', altIt: ['mozzo di cucina'] })
        .where(helper)
      await tx.update(taxonomySkills).set({ retiredAt: now() }).where(eq(taxonomySkills.code, 'sk-line-prep'))
      expect(await indexLabels(tx)).toBe(2)
      expect(await indexLabels(tx)).toBe(0)
    })
    expect((await postings()).filter((row) => /network,sguattera,opening/.test(row))).not.toEqual([])
    expect((await postings()).filter((row) => /signed_in,mozzo,profession/.test(row))).toHaveLength(1)
    await expectNoDrift()
  })

  test('two commands on one company at once', async () => {
    // Often: which of them comes first to which row is chance.
    for (let turn = 0; turn < 5; turn += 1) {
      const [one, two] = [await aFullDraft(hr), await aFullDraft(hr)]
      const { version, sizeBand, place } = await factsOf(hr.companyId)
      const facts = { version, sector: 'hotels' as const, sizeBand, place, name: `Quarto Nome ${turn}` }
      await Promise.all([
        withActor(hr, (tx) => postOpening(tx, one, 4)),
        withActor(caseManager, (tx) => editCompany(tx, hr.companyId, facts)),
        withActor(hr, (tx) => postOpening(tx, two, 4)),
      ])
    }
    await expectNoDrift()
  })
})

test('no command writes what the index is derived from without indexing it', () => {
  const root = join(import.meta.dirname, '../../app/domain')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.server.ts'),
  )
  const writes = /\.(insert|update|delete)\((openings|companies|stories|openingSkills)\)/
  const writing = files.filter((file) => writes.test(readFileSync(join(root, file), 'utf8')))
  const silent = writing.filter(
    (file) => !/(index(Opening|Company|Story)|reindexMerged)\(/.test(readFileSync(join(root, file), 'utf8')),
  )
  // These change columns that no entry shows: stage, score, lead, pause, verification, last contact.
  expect(silent.sort()).toEqual([
    'companies/change-standing.server.ts',
    'companies/log-interaction.server.ts',
    'companies/move-stage-by-hand.server.ts',
    'companies/overrule-decisions.server.ts',
    'companies/record-contact.server.ts',
    'companies/take-back-contact.server.ts',
    'companies/take-back-stage.server.ts',
    'companies/verify-company.server.ts',
    'follow-ups/keep-last-contact.server.ts',
    'handover/change-lead.server.ts',
    'handover/hand-over-companies.server.ts',
    'trust/keep-score.server.ts',
    'trust/move-stage.server.ts',
  ])
  expect(writing.length).toBeGreaterThan(silent.length + 7)
})
