import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { codeOfConcept } from '#app/domain/taxonomy/esco/esco-code.ts'
import { findSources } from '#app/domain/taxonomy/esco/find-sources.server.ts'
import { importEsco } from '#app/domain/taxonomy/esco/import-esco.server.ts'
import { readVocabulary } from '#app/domain/taxonomy/fresh-vocabulary.server.ts'
import { professionByCode } from '#app/domain/taxonomy/professions.ts'
import { searchProfessions } from '#app/domain/taxonomy/search-entries.server.ts'
import { skillByCode } from '#app/domain/taxonomy/skills.ts'
import { writeCurated } from '#app/domain/taxonomy/write-curated.server.ts'
import { taxonomyImports, taxonomyLinks, taxonomyProfessions, taxonomySkills } from '#db/schema/taxonomy.ts'
import {
  csvOf,
  escoFolder,
  occupationCode,
  occupationsCsv,
  RELATIONS,
  skillCode,
  skillsCsv,
} from '#tests/support/esco-files.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const OURS = 'isco-9412-kitchen-helper'
const uriOf = (entry: { esco?: string } | undefined): string => entry?.esco ?? ''
const KITCHEN = uriOf(professionByCode(OURS))
const DISHES = uriOf(skillByCode('sk-dishwashing'))

const kitchenIt = { preferredLabel: 'assistente di cucina', altLabels: 'lavorante di cucina\nAIUTO CUCINA' }
const kitchenEn = { preferredLabel: 'kitchen assistant', altLabels: 'spare hand' }
const occupations = (locale: 'it' | 'en', kitchen = locale === 'it' ? kitchenIt : kitchenEn) =>
  occupationsCsv(3, locale, {
    override: (at) => (at === 0 ? { conceptUri: KITCHEN, iscoGroup: '9412', ...kitchen } : {}),
  })
const DOWNLOAD = {
  'occupations_it.csv': occupations('it'),
  'occupations_en.csv': occupations('en'),
  'skills_it.csv': skillsCsv(2, 'it', { override: (at) => (at === 0 ? { conceptUri: DISHES } : {}) }),
  'occupationSkillRelations.csv': csvOf(RELATIONS, [
    { occupationUri: KITCHEN, relationType: 'essential', skillUri: DISHES },
    { occupationUri: KITCHEN, relationType: 'optional', skillUri: DISHES.replace(/[^/]+$/, skillCode(1)) },
  ]),
}

const importing = async (files: Record<string, string>) =>
  importEsco((await findSources([escoFolder(files)])).sources)
const profession = async (code: string) =>
  (
    await db.asSystem((tx) => tx.select().from(taxonomyProfessions).where(eq(taxonomyProfessions.code, code)))
  )[0]
const found = async (query: string) => {
  await readVocabulary()
  return db.asSystem((tx) => searchProfessions(tx, { query, locale: 'it' }))
}

beforeEach(async () => {
  await db.asSystem(async (tx) => {
    for (const table of [taxonomySkills, taxonomyProfessions, taxonomyLinks, taxonomyImports])
      await tx.delete(table)
  })
})

describe('a concept of the official files that a curated entry stands for', () => {
  test('brings its labels as alternatives, and no second entry', async () => {
    const report = await importing(DOWNLOAD)
    const rows = await db.asSystem((tx) =>
      tx.select().from(taxonomyProfessions).where(eq(taxonomyProfessions.isco, '9412')),
    )
    expect(rows.map(({ code }) => code).sort()).toEqual(['isco-9412-dishwasher', 'isco-9412-kitchen-helper'])
    expect(await profession(OURS)).toMatchObject({
      ...{ origin: 'curated', escoUri: KITCHEN, labelIt: 'Aiuto cucina', labelEn: 'Kitchen helper' },
      altIt: ['assistente di cucina', 'lavorante di cucina'],
      altEn: ['kitchen assistant', 'spare hand'],
    })
    expect(report.concepts.occupation?.added.count).toBe(2)
    expect(report.concepts.occupation?.joined).toEqual({
      count: 1,
      listed: [{ code: OURS, was: 'Aiuto cucina', is: 'assistente di cucina' }],
    })
  })

  test('is found by ESCO’s words under our name, and once by ours', async () => {
    await importing(DOWNLOAD)
    expect(await found('lavorante')).toEqual([{ code: OURS, label: 'Aiuto cucina' }])
    expect((await found('aiuto cucina')).map(({ code }) => code)).toEqual([OURS])
  })

  test('ties ESCO’s links to our codes', async () => {
    await importing(DOWNLOAD)
    const links = await db.asSystem((tx) =>
      tx.select().from(taxonomyLinks).where(eq(taxonomyLinks.fromCode, OURS)),
    )
    const to = links.map(({ kind, toCode, origin }) => `${kind} ${toCode} ${origin}`)
    expect(to).toContain('essential sk-dishwashing curated')
    expect(to).toContain(`optional ${skillCode(1)} esco`)
  })

  test('changes nothing when it comes again, and follows a later version', async () => {
    await importing(DOWNLOAD)
    expect((await importing(DOWNLOAD)).concepts.occupation?.joined.count).toBe(0)
    const later = await importing({
      'occupations_it.csv': occupations('it', { preferredLabel: 'assistente cuoco', altLabels: '' }),
    })
    expect(later.concepts.occupation?.joined.count).toBe(1)
    expect(await profession(OURS)).toMatchObject({
      altIt: ['assistente cuoco'],
      altEn: ['kitchen assistant', 'spare hand'],
    })
    expect(await found('lavorante')).toEqual([])
  })

  test('keeps its alternatives when we word our entry anew', async () => {
    await importing(DOWNLOAD)
    await db.asSystem((tx) =>
      tx
        .update(taxonomyProfessions)
        .set({ labelIt: 'Sguattero/a', foldedIt: ' sguattero a | lavorante di cucina ' })
        .where(eq(taxonomyProfessions.code, OURS)),
    )
    expect(await db.asSystem(writeCurated)).toBe(1)
    expect(await profession(OURS)).toMatchObject({
      labelIt: 'Aiuto cucina',
      altIt: ['assistente di cucina', 'lavorante di cucina'],
      foldedIt: ' aiuto cucina | lavorante di cucina ',
    })
  })
})

test('a concept imported before it was curated is retired, and ours stands for it from then on', async () => {
  const theirs = codeOfConcept(KITCHEN, 'occupation') ?? ''
  await db.asSystem((tx) =>
    tx.insert(taxonomyProfessions).values({
      ...{ code: theirs, origin: 'esco', escoUri: KITCHEN, isco: '9412' },
      ...{ labelIt: 'assistente di cucina', foldedIt: ' assistente di cucina ' },
    }),
  )
  await importing(DOWNLOAD)
  const before = await profession(theirs)
  expect(before).toMatchObject({ labelIt: 'assistente di cucina', escoUri: null })
  expect(before?.retiredAt).not.toBeNull()
  expect(await profession(OURS)).toMatchObject({ escoUri: KITCHEN, retiredAt: null })
  expect((await found('assistente di cucina')).map(({ code }) => code)).toEqual([OURS])
  expect(await profession(occupationCode(1))).toMatchObject({ origin: 'esco' })
})
