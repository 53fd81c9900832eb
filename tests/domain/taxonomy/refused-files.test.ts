import { beforeAll, expect, test } from 'vitest'
import { findSources } from '#app/domain/taxonomy/esco/find-sources.server.ts'
import { importEsco } from '#app/domain/taxonomy/esco/import-esco.server.ts'
import { taxonomyImports, taxonomySkills, taxonomyState } from '#db/schema/taxonomy.ts'
import {
  BROADER,
  csvOf,
  escoFolder,
  occupationUri,
  type Overrides,
  RELATIONS,
  skillsCsv,
  skillUri,
  wholeDownload,
} from '#tests/support/esco-files.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const known = wholeDownload({ skills: 12, occupations: 3, perOccupation: 2 })

const importing = async (files: Record<string, string | Buffer>) => {
  const { sources } = await findSources([escoFolder(files)])
  return importEsco(sources)
}
const everything = () =>
  db.asSystem(async (tx) => ({
    skills: await tx.select().from(taxonomySkills).orderBy(taxonomySkills.code),
    imports: await tx.select().from(taxonomyImports).orderBy(taxonomyImports.id),
    state: await tx.select().from(taxonomyState),
  }))

beforeAll(async () => {
  await importing(known)
})

const skillFile = (override: (index: number) => Overrides | null) => skillsCsv(12, 'it', { override })
const relation = (occupation: number, skill: number, relationType = 'essential') =>
  csvOf(RELATIONS, [
    { occupationUri: occupationUri(0), relationType: 'essential', skillUri: skillUri(0) },
    { occupationUri: occupationUri(occupation), relationType, skillUri: skillUri(skill) },
  ])
const broader = (...pairs: [number, number][]) =>
  csvOf(
    BROADER,
    pairs.map(([below, above]) => ({
      conceptType: 'KnowledgeSkillCompetence',
      conceptUri: skillUri(below),
      broaderType: 'KnowledgeSkillCompetence',
      broaderUri: skillUri(above),
    })),
  )

/** Each record of a generated list of skills takes five lines: its labels and its description are broken into some. */
const LINES = skillsCsv(1, 'it').trimEnd().split('\n').length - 1
const lineOf = (index: number) => 2 + index * LINES

const cases: [what: string, name: string, content: string | Buffer, said: string | RegExp][] = [
  [
    'a missing column',
    'skills_it.csv',
    skillFile(() => ({})).replace('preferredLabel', 'etichetta'),
    'skills_it.csv, row 1: missing columns: preferredLabel',
  ],
  [
    'columns separated by semicolons',
    'skills_it.csv',
    'conceptType;conceptUri;preferredLabel\na;b;c\n',
    'separated by commas',
  ],
  [
    'Latin-1',
    'skills_it.csv',
    Buffer.from(
      skillFile((at) => (at === 7 ? { preferredLabel: 'lavare à la carte' } : {})),
      'latin1',
    ),
    `skills_it.csv, row ${lineOf(7)}: not UTF-8, but Latin-1`,
  ],
  [
    'UTF-16',
    'skills_it.csv',
    Buffer.from(`\ufeff${skillFile(() => ({}))}`, 'utf16le'),
    'skills_it.csv, row 1: not UTF-8, but UTF-16',
  ],
  [
    'letters lost in an earlier conversion',
    'skills_it.csv',
    skillFile((at) => (at === 4 ? { preferredLabel: 'perch\uFFFD' } : {})),
    `skills_it.csv, row ${lineOf(4)}: "perch\uFFFD" holds characters that were lost`,
  ],
  [
    'the same id twice',
    'skills_it.csv',
    skillFile((at) => (at === 9 ? { conceptUri: skillUri(3) } : {})),
    `skills_it.csv, row ${lineOf(9)}: ${skillUri(3)} stands in row ${lineOf(3)} already`,
  ],
  [
    'an id that is none of ESCO’s',
    'skills_it.csv',
    skillFile((at) => (at === 2 ? { conceptUri: 'http://example.org/skill/2' } : {})),
    `skills_it.csv, row ${lineOf(2)}: conceptUri "http://example.org/skill/2" is not the URI of an ESCO skill`,
  ],
  [
    'a skill without a label',
    'skills_it.csv',
    skillFile((at) => (at === 2 ? { preferredLabel: ' ' } : {})),
    `skills_it.csv, row ${lineOf(2)}: preferredLabel is empty`,
  ],
  [
    'an occupation outside of ISCO-08',
    'occupations_it.csv',
    (known['occupations_it.csv'] ?? '').replace('5120', '51'),
    'occupations_it.csv, row 3: iscoGroup "51" is not an ISCO-08 unit group',
  ],
  [
    'a row that ends early',
    'occupationSkillRelations.csv',
    relation(1, 1) + `${occupationUri(1)},essential\n`,
    /occupationSkillRelations\.csv, row 4: no valid CSV/,
  ],
  [
    'a relation with a skill that nobody knows',
    'occupationSkillRelations.csv',
    relation(1, 99),
    /occupationSkillRelations\.csv, row 3: skillUri names a0{7}.*63, which no file of skills of this import has/,
  ],
  [
    'a relation from an occupation that nobody knows',
    'occupationSkillRelations.csv',
    relation(99, 1),
    /occupationSkillRelations\.csv, row 3: occupationUri names b0{7}.*63, which is no occupation that the taxonomy knows/,
  ],
  [
    'a relation that is neither essential nor optional',
    'occupationSkillRelations.csv',
    relation(1, 1, 'nice to have'),
    'occupationSkillRelations.csv, row 3: relationType "nice to have" is neither essential nor optional',
  ],
  [
    'a circle of broader concepts',
    'broaderRelationsSkillPillar.csv',
    broader([5, 1], [1, 2], [2, 3], [3, 1]),
    /broaderRelationsSkillPillar\.csv, row [345]: .*can't be below itself \(rows [345], [345], [345]\)/,
  ],
  [
    'a concept above itself',
    'broaderRelationsSkillPillar.csv',
    broader([4, 4]),
    /row 2: .* is below .*can't be below itself/,
  ],
  ['a file without anything in it', 'skills_it.csv', '', 'skills_it.csv: empty'],
]

test.each(cases)(
  '%s: the file is refused with the row and the reason, and nothing is changed',
  async (...row) => {
    const [, name, content, said] = row
    const before = await everything()
    // A good file that is read first must not leave anything either.
    const good = { 'skills_en.csv': skillsCsv(13, 'en') }
    await expect(importing({ ...good, [name]: content })).rejects.toThrow(said)
    expect(await everything()).toEqual(before)
  },
)

test('a mark at the beginning of UTF-8 is no fault', async () => {
  const text = `\ufeff${skillFile((at) => (at === 1 ? { preferredLabel: 'più è meglio' } : {}))}`
  const report = await importing({ 'skills_it.csv': text })
  expect(report.concepts.skill?.relabelled.listed.map(({ is }) => is)).toEqual(['più è meglio'])
  await importing({ 'skills_it.csv': skillFile(() => ({})) })
})

test.each([
  ['a file that is not there', ['/nowhere/skills_it.csv'], 'not found'],
  ['a folder without any', [escoFolder({ 'notes.txt': 'x' })], 'holds none of'],
  ['a file of another name', [`${escoFolder({ 'abilities.csv': 'x' })}/abilities.csv`], 'not one of'],
  [
    'a language that we do not speak',
    [`${escoFolder({ 'skills_fr.csv': 'x' })}/skills_fr.csv`],
    'not one of',
  ],
  [
    'the same list twice',
    [escoFolder({ 'skills_it.csv': 'x' }), escoFolder({ 'skills_it.csv': 'y' })],
    'named already',
  ],
])('%s is refused by name', async (_, paths, said) => {
  await expect(findSources(paths)).rejects.toThrow(said)
})
