import { foldText } from './fold-text.ts'
import type { LabelLocale } from './labels.ts'
import type { Skill } from './skill.ts'
import { careAndCleaningSkills } from './skills-care-and-cleaning.ts'
import { hospitalitySkills } from './skills-hospitality.ts'
import { industrySkills } from './skills-industry.ts'
import { logisticsAndLandSkills } from './skills-logistics-and-land.ts'
import { makingSkills } from './skills-making.ts'
import { officeAndCertificateSkills } from './skills-office-and-certificates.ts'

/** Every skill the product knows, group by group. Wording is ours: no entry claims to be one of ESCO's. */
export const skills: readonly Skill[] = [
  ...hospitalitySkills,
  ...careAndCleaningSkills,
  ...logisticsAndLandSkills,
  ...makingSkills,
  ...industrySkills,
  ...officeAndCertificateSkills,
]

const byCode = new Map(skills.map((skill) => [skill.code, skill]))
const folded = {
  it: skills.map((skill) => ({ skill, text: foldText(skill.it) })),
  en: skills.map((skill) => ({ skill, text: foldText(skill.en) })),
}

/** The skill with this code. */
export const skillByCode = (code: string): Skill | undefined => byCode.get(code)

/**
 * How near a label is to what was typed: it begins so, a word of it begins so, or it holds every word typed.
 */
function rank(text: string, wanted: string): number {
  if (text.startsWith(wanted)) return 0
  if (` ${text}`.includes(` ${wanted}`)) return 1
  return wanted.split(' ').every((word) => text.includes(word)) ? 2 : 3
}

/** Skills whose label in `locale` matches what was typed, the nearest first. An empty query finds nothing. */
export function searchSkills(query: string, locale: LabelLocale, limit = 20): Skill[] {
  const wanted = foldText(query)
  if (wanted === '') return []
  return folded[locale]
    .map(({ skill, text }) => ({ skill, text, rank: rank(text, wanted) }))
    .filter((hit) => hit.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.text.localeCompare(b.text, locale))
    .slice(0, limit)
    .map(({ skill }) => skill)
}
