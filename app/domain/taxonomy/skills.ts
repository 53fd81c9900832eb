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

/** The skill with this code. */
export const skillByCode = (code: string): Skill | undefined => byCode.get(code)
