import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { countAlike } from '#app/domain/disclosure/count-alike.server.ts'
import { fallBacks } from '#app/domain/disclosure/hold-back.ts'
import { stepSchemas } from '#app/domain/openings/save-opening-step.schema.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { readVocabulary } from '#app/domain/taxonomy/fresh-vocabulary.server.ts'
import { searchProfessions, searchSkills } from '#app/domain/taxonomy/search-entries.server.ts'
import { skills } from '#app/domain/taxonomy/skills.ts'
import { suggestSkills } from '#app/domain/taxonomy/suggest-skills.server.ts'
import {
  groupOfProfession,
  isSkill,
  labelOfProfession,
  labelOfSkill,
} from '#app/domain/taxonomy/vocabulary.ts'
import { writeCurated } from '#app/domain/taxonomy/write-curated.server.ts'
import { taxonomySkills, taxonomyState } from '#db/schema/taxonomy.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { occupationCode, occupationName, skillCode, skillName } from '#tests/support/esco-files.ts'
import { withEsco } from '#tests/support/esco-import.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
/** Falls in ISCO-08 group 51, as a curated cook does. */
const COOK = occupationCode(1)
let caseManager: StaffActor

beforeAll(async () => {
  caseManager = await aStaff('case_manager')
  await withEsco({ skills: 60, occupations: 10, perOccupation: 20 })
}, 60_000)

test('curated entries are written once, and the second time nothing is', async () => {
  expect(await db.asSystem(writeCurated)).toBe(0)
  expect(await db.asSystem((tx) => tx.$count(taxonomySkills, eq(taxonomySkills.origin, 'curated')))).toBe(
    skills.length,
  )
})

describe('an imported code', () => {
  test('has its label in the reader’s language, like a curated one', () => {
    expect(labelOfSkill(skillCode(4), 'it')).toBe(skillName(4, 'it'))
    expect(labelOfSkill(skillCode(4), 'en')).toBe(skillName(4, 'en'))
    expect(labelOfProfession(COOK, 'it')).toBe(occupationName(1, 'it'))
    expect(labelOfSkill('sk-dishwashing', 'en')).toBe('washing dishes and pots')
    expect(groupOfProfession(COOK)).toBe('51')
    expect(groupOfProfession('isco-5120-cook')).toBe('51')
    expect(groupOfProfession('isco-9999-pirate')).toBe('')
  })

  test('is taken by the wizard, and one that nobody knows is refused', () => {
    const step = (code: string) =>
      stepSchemas[2].safeParse({ version: 1, skills: [{ code, need: 'useful', level: 2 }] }).success
    expect(step(skillCode(4))).toBe(true)
    expect(step(skillCode(60))).toBe(false)
  })

  test('that is retired keeps its label for whoever uses it and is found no more', async () => {
    const code = skillCode(59)
    const query = { query: skillName(59, 'it'), locale: 'it' as const }
    expect((await withActor(caseManager, (tx) => searchSkills(tx, query)))[0]?.code).toBe(code)
    await db.asSystem(async (tx) => {
      await tx.update(taxonomySkills).set({ retiredAt: new Date() }).where(eq(taxonomySkills.code, code))
      await tx.update(taxonomyState).set({ version: '11111111-1111-4111-8111-111111111111' })
    })
    await readVocabulary()
    expect([isSkill(code), labelOfSkill(code, 'it')]).toEqual([true, skillName(59, 'it')])
    expect(await withActor(caseManager, (tx) => searchSkills(tx, query))).toEqual([])
  })
})

describe('the search of a form', () => {
  const found = (query: string, locale: 'it' | 'en' = 'it') =>
    withActor(caseManager, (tx) => searchSkills(tx, { query, locale }))

  test('finds curated and imported skills together, the nearest first', async () => {
    const labels = (await found('saldare')).map(({ label }) => label)
    expect(labels.slice(0, 2)).toEqual(labels.slice(0, 2).filter((label) => label.startsWith('saldare')))
    expect((await found('saldatura')).map(({ code }) => code)).toContain('sk-tig-welding')
    expect((await found('weld', 'en')).map(({ code }) => code)).toContain(skillCode(19))
  })

  test('finds an imported one by its other names, and professions too', async () => {
    expect((await found(`saper ${skillName(7, 'it')}`)).map(({ code }) => code)).toEqual([skillCode(7)])
    const professions = await withActor(caseManager, (tx) =>
      searchProfessions(tx, { query: occupationName(3, 'it'), locale: 'it' }),
    )
    expect(professions).toEqual([{ code: occupationCode(3), label: occupationName(3, 'it') }])
  })

  test('takes no wildcard and finds nothing for nothing', async () => {
    expect(await found('%')).toEqual([])
    expect(await found('_ _')).toEqual([])
  })
})

test('an imported profession suggests what ESCO calls essential first, and no more than a dozen', async () => {
  const suggested = await withActor(caseManager, (tx) => suggestSkills(tx, occupationCode(0)))
  expect(suggested).toHaveLength(12)
  expect(suggested.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, index) => skillCode(index)))
})

test('people are alike in the group of their profession, whether it was curated or imported', async () => {
  const profiles = [COOK, 'isco-5120-cook', 'isco-5131-waiter', occupationCode(2), 'isco-9412-dishwasher']
  const people = []
  for (const professionCode of profiles)
    people.push(await aCandidate({ orgId: caseManager.orgId, profile: { professionCode } }))
  const [first] = people
  if (!first) throw new Error('nobody')
  const full = [{ attribute: 'profession' as const, value: COOK }]
  expect(fallBacks(full).at(-1)).toEqual([{ attribute: 'profession_group', value: '51' }])
  const { counts } = await withActor(caseManager, (tx) => countAlike(tx, first, full, []))
  expect(counts[0]).toBe(1)
  expect(counts.at(-1)).toBe(3)
})
