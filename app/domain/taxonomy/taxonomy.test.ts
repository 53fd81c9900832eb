import { describe, expect, it } from 'vitest'
import { demands } from './demands.ts'
import { codeOfConcept } from './esco/esco-code.ts'
import type { Pillar } from './esco/esco-file.ts'
import { iscoGroupOf, iscoGroups } from './isco-groups.ts'
import type { LabelLocale, Labels } from './labels.ts'
import { nearest } from './nearest.ts'
import { professionByCode, professions } from './professions.ts'
import { sectorByCode, sectors } from './sectors.ts'
import { skillGroupByCode, skillGroups } from './skill-groups.ts'
import { skillByCode, skills } from './skills.ts'

const lists: Record<string, ReadonlyArray<Labels & { code: string }>> = {
  demands,
  iscoGroups,
  professions,
  sectors,
  skillGroups,
  skills,
}
const duplicates = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i)

describe.each(Object.entries(lists))('the list of %s', (_name, list) => {
  it('has each code once', () => {
    expect(duplicates(list.map((entry) => entry.code))).toEqual([])
  })

  it('has a label in both languages for every entry, and never the same twice', () => {
    for (const entry of list) {
      expect(entry.it.trim(), entry.code).toBe(entry.it)
      expect(entry.en.trim(), entry.code).toBe(entry.en)
      expect(entry.it.length, entry.code).toBeGreaterThan(2)
      expect(entry.en.length, entry.code).toBeGreaterThan(2)
    }
    expect(duplicates(list.map((entry) => entry.it))).toEqual([])
    expect(duplicates(list.map((entry) => entry.en))).toEqual([])
  })
})

describe('professions', () => {
  it('suggest skills that exist, between two and six of them, none twice', () => {
    for (const profession of professions) {
      const unknown = profession.skills.filter((code) => !skillByCode(code))
      expect(unknown, profession.code).toEqual([])
      expect(duplicates(profession.skills), profession.code).toEqual([])
      expect(profession.skills.length, profession.code).toBeGreaterThanOrEqual(2)
      expect(profession.skills.length, profession.code).toBeLessThanOrEqual(6)
    }
  })

  it('carry in their code the ISCO-08 unit group they fall in, and its sub-major group is known', () => {
    for (const { code, isco } of professions) {
      expect(code).toMatch(new RegExp(`^isco-${isco}-[a-z]+(-[a-z]+)*$`))
      expect(isco).toMatch(/^[1-9]\d{3}$/)
      expect(iscoGroupOf(isco)?.code, code).toBe(isco.slice(0, 2))
    }
    expect(iscoGroups).toHaveLength(43)
  })

  it('reach every sector', () => {
    expect(new Set(professions.map((profession) => profession.sector))).toEqual(
      new Set(sectors.map((sector) => sector.code)),
    )
  })

  it('are found by code, and only so', () => {
    expect(professionByCode('isco-9412-kitchen-helper')).toMatchObject({ isco: '9412', it: 'Aiuto cucina' })
    expect(professionByCode('isco-9412')).toBeUndefined()
    expect(iscoGroupOf('9412')?.en).toBe('Food preparation assistants')
    expect(iscoGroupOf('0410')).toBeUndefined()
  })
})

describe('entries that stand for a concept of ESCO', () => {
  const lists: [Pillar, readonly { esco?: string }[]][] = [
    ['skill', skills],
    ['occupation', professions],
  ]

  it.each(lists)('name the URI of a %s, and no two the same', (pillar, list) => {
    const uris = list.flatMap(({ esco }) => esco ?? [])
    const written = uris.map(
      (uri) => `http://data.europa.eu/esco/${pillar}/${codeOfConcept(uri, pillar) ?? 'none'}`,
    )
    expect(uris).toEqual(written)
    expect(duplicates(uris)).toEqual([])
    expect(uris.length).toBeGreaterThan(100)
  })
})

describe('sectors', () => {
  // Divisions of NACE Rev. 2.1, but 98 (households producing for themselves) and 99 (embassies and the like).
  const ranges = [
    [1, 3],
    [5, 33],
    [35, 39],
    [41, 43],
    [46, 47],
    [49, 53],
    [55, 56],
    [58, 66],
    [68, 75],
    [77, 82],
    [84, 88],
    [90, 97],
  ] as const

  it('hold every division of ATECO 2025 exactly once', () => {
    const divisions = ranges
      .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
      .map((division) => String(division).padStart(2, '0'))
    const held = sectors.flatMap((sector): readonly string[] => sector.ateco)
    expect([...held].sort()).toEqual(divisions)
  })

  it('are found by code', () => {
    expect(sectorByCode('hotels')?.it).toBe('Alberghi e turismo')
  })
})

const searchSkills = (query: string, locale: LabelLocale) => nearest(skills, query, locale)

describe('skills', () => {
  it('belong to a group that exists, and no group is empty', () => {
    for (const skill of skills) {
      expect(skill.code).toMatch(/^sk-[a-z]+(-[a-z]+)*$/)
      expect(skillGroupByCode(skill.group), skill.code).toBeDefined()
    }
    expect(new Set(skills.map((skill) => skill.group))).toEqual(
      new Set(skillGroups.map((group) => group.code)),
    )
  })

  it('are found by any word, the nearest first, in the language asked', () => {
    expect(searchSkills('transpallet', 'it')[0]?.code).toBe('sk-pallet-truck')
    expect(searchSkills('Saldatura', 'it').map((skill) => skill.code)).toContain('sk-tig-welding')
    expect(searchSkills('disegni lettura', 'it').map((skill) => skill.code)).toEqual([
      'sk-technical-drawings',
    ])
    expect(searchSkills('forklift', 'en').map((skill) => skill.code)).toEqual([
      'sk-cert-forklift',
      'sk-forklift',
    ])
    expect(searchSkills('carrello', 'en')).toEqual([])
  })

  it('finds a word that follows an apostrophe, and answers nothing to nothing', () => {
    expect(searchSkills('irrigazione', 'it')[0]?.code).toBe('sk-irrigation')
    expect(searchSkills(' - ', 'it')).toEqual([])
  })
})
