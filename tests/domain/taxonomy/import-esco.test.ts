import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { findSources } from '#app/domain/taxonomy/esco/find-sources.server.ts'
import { importEsco, type ImportOptions } from '#app/domain/taxonomy/esco/import-esco.server.ts'
import { skills } from '#app/domain/taxonomy/skills.ts'
import {
  taxonomyImports,
  taxonomyLinks,
  taxonomyProfessions,
  taxonomySkills,
  taxonomyStagedConcepts,
  taxonomyStagedLinks,
  taxonomyState,
} from '#db/schema/taxonomy.ts'
import {
  escoFolder,
  occupationCode,
  occupationsCsv,
  relationsCsv,
  skillCode,
  skillName,
  skillsCsv,
  wholeDownload,
} from '#tests/support/esco-files.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const SIZE = { skills: 40, occupations: 8, perOccupation: 6 }

const importing = async (files: Record<string, string | Buffer>, options?: ImportOptions) => {
  const { sources } = await findSources([escoFolder(files)])
  return importEsco(sources, options)
}
const skill = async (index: number) =>
  (
    await db.asSystem((tx) =>
      tx
        .select()
        .from(taxonomySkills)
        .where(eq(taxonomySkills.code, skillCode(index))),
    )
  )[0]
const profession = async (index: number) =>
  (
    await db.asSystem((tx) =>
      tx
        .select()
        .from(taxonomyProfessions)
        .where(eq(taxonomyProfessions.code, occupationCode(index))),
    )
  )[0]
const version = async () => (await db.asSystem((tx) => tx.select().from(taxonomyState)))[0]?.version
const staged = () =>
  db.asSystem(
    async (tx) => (await tx.$count(taxonomyStagedConcepts)) + (await tx.$count(taxonomyStagedLinks)),
  )

beforeEach(async () => {
  await db.asSystem(async (tx) => {
    for (const table of [taxonomySkills, taxonomyProfessions, taxonomyLinks, taxonomyImports])
      await tx.delete(table)
  })
})

describe('a whole download', () => {
  test('adds concepts in both languages with their links, beside the curated ones', async () => {
    const report = await importing(wholeDownload(SIZE))
    expect(report.concepts.skill?.added.count).toBe(40)
    expect(report.concepts.occupation?.added.count).toBe(8)
    expect(report.links).toEqual([
      { kind: 'essential', added: 24, removed: 0 },
      { kind: 'optional', added: 24, removed: 0 },
      { kind: 'broader_skill', added: 40, removed: 0 },
    ])
    expect(await skill(3)).toMatchObject({
      origin: 'esco',
      escoUri: `http://data.europa.eu/esco/skill/${skillCode(3)}`,
      labelIt: skillName(3, 'it'),
      labelEn: skillName(3, 'en'),
      altIt: [`${skillName(3, 'it')} bene`, `saper ${skillName(3, 'it')}`],
      retiredAt: null,
    })
    expect(await profession(1)).toMatchObject({ isco: '5120', origin: 'esco' })
    const top = await db.asSystem((tx) =>
      tx
        .select()
        .from(taxonomyLinks)
        .where(eq(taxonomyLinks.fromCode, skillCode(0))),
    )
    expect(top).toMatchObject([{ kind: 'broader_skill', toCode: 'group:S1.2.3' }])
    const curated = await db.asSystem((tx) => tx.$count(taxonomySkills, eq(taxonomySkills.origin, 'curated')))
    expect(curated).toBe(skills.length)
    expect(await staged()).toBe(0)
    expect(await db.asSystem((tx) => tx.select().from(taxonomyImports))).toMatchObject([{ state: 'done' }])
  })

  test('of each language in one folder has its relations twice, and they are read once', async () => {
    const relations = relationsCsv(8, 40, 6)
    const { 'occupationSkillRelations.csv': _, ...concepts } = wholeDownload(SIZE)
    const files = {
      ...concepts,
      'occupationSkillRelations_en.csv': relations,
      'occupationSkillRelations_it.csv': relations,
    }
    const found = await findSources([escoFolder(files)])
    expect(found.passedOver).toEqual(['occupationSkillRelations_it.csv'])
    const report = await importEsco(found.sources)
    expect(report.links[0]).toEqual({ kind: 'essential', added: 24, removed: 0 })
  })

  test('imported again changes nothing', async () => {
    await importing(wholeDownload(SIZE))
    const report = await importing(wholeDownload(SIZE))
    const counts = Object.values(report.concepts).flatMap((changes) =>
      Object.values(changes).map(({ count }) => count),
    )
    expect(counts).toEqual(counts.map(() => 0))
    expect(report.links.every(({ added, removed }) => added + removed === 0)).toBe(true)
  })

  test('says what would change, and changes nothing, when only asked', async () => {
    await importing(wholeDownload(SIZE))
    const before = await version()
    const report = await importing({ 'skills_it.csv': skillsCsv(41, 'it') }, { dryRun: true })
    expect(report.concepts.skill?.added).toEqual({
      count: 1,
      listed: [{ code: skillCode(40), was: null, is: skillName(40, 'it') }],
    })
    expect(await skill(40)).toBeUndefined()
    expect([await staged(), await version()]).toEqual([0, before])
  })
})

describe('a later version', () => {
  test('is told apart: relabelled, moved, retired and, once there again, returned', async () => {
    await importing(wholeDownload(SIZE))
    const later = {
      'skills_it.csv': skillsCsv(40, 'it', {
        override: (at) => (at === 5 ? null : at === 6 ? { preferredLabel: 'lavare con cura' } : {}),
      }),
      'occupations_it.csv': occupationsCsv(8, 'it', {
        override: (at) => (at === 2 ? { iscoGroup: '9329' } : {}),
      }),
      'occupationSkillRelations.csv': relationsCsv(8, 4, 2),
    }
    const report = await importing(later)
    expect(report.concepts.skill?.relabelled).toEqual({
      count: 1,
      listed: [{ code: skillCode(6), was: skillName(6, 'it'), is: 'lavare con cura' }],
    })
    expect(report.concepts.skill?.retired).toEqual({
      count: 1,
      listed: [{ code: skillCode(5), was: skillName(5, 'it'), is: null }],
    })
    expect(report.concepts.occupation?.moved.listed).toEqual([
      { code: occupationCode(2), was: '9112', is: '9329' },
    ])
    expect(report.links.find(({ kind }) => kind === 'essential')).toMatchObject({ added: 6, removed: 22 })
    expect((await skill(5))?.retiredAt).not.toBeNull()
    expect((await skill(5))?.labelIt).toBe(skillName(5, 'it'))
    expect((await skill(6))?.labelEn).toBe(skillName(6, 'en'))

    const again = await importing({ 'skills_it.csv': skillsCsv(40, 'it') })
    expect(again.concepts.skill?.returned.listed.map(({ code }) => code)).toEqual([skillCode(5)])
    expect((await skill(5))?.retiredAt).toBeNull()
  })

  test('that lacks a tenth of what is known is taken for a file cut off, unless one says otherwise', async () => {
    await importing(wholeDownload(SIZE))
    const cut = { 'skills_it.csv': skillsCsv(30, 'it') }
    await expect(importing(cut)).rejects.toThrow('10 of 40 known ones are not in the files')
    expect((await skill(35))?.retiredAt).toBeNull()
    const report = await importing(cut, { acceptRetired: true })
    expect(report.concepts.skill?.retired.count).toBe(10)
  })
})

test('one language today, the other tomorrow: the second is a translation, not another skill', async () => {
  await importing({ 'skills_it.csv': skillsCsv(10, 'it') })
  expect(await skill(1)).toMatchObject({ labelIt: skillName(1, 'it'), labelEn: null })
  const report = await importing({ 'skills_en.csv': skillsCsv(10, 'en') })
  expect(report.concepts.skill?.added.count).toBe(0)
  expect(report.concepts.skill?.translated.count).toBe(10)
  expect(await skill(1)).toMatchObject({ labelIt: skillName(1, 'it'), labelEn: skillName(1, 'en') })
})
