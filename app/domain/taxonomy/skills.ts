import type { Skill } from './skill.ts'
import { buildingSkills } from './skills-building.ts'
import { careSkills } from './skills-care.ts'
import { certificateSkills } from './skills-certificates.ts'
import { foodSkills } from './skills-food.ts'
import { hotelAndCleaningSkills } from './skills-hotel-and-cleaning.ts'
import { kitchenAndTableSkills } from './skills-kitchen-and-table.ts'
import { landSkills } from './skills-land.ts'
import { logisticsSkills } from './skills-logistics.ts'
import { metalAndVehiclesSkills } from './skills-metal-and-vehicles.ts'
import { productionSkills } from './skills-production.ts'
import { retailAndOfficeSkills } from './skills-retail-and-office.ts'
import { textilesAndWoodSkills } from './skills-textiles-and-wood.ts'

/** Every skill the product knows, group by group. The words are ours, also where an entry stands for one of ESCO's. */
export const skills: readonly Skill[] = [
  ...kitchenAndTableSkills,
  ...foodSkills,
  ...hotelAndCleaningSkills,
  ...careSkills,
  ...logisticsSkills,
  ...landSkills,
  ...textilesAndWoodSkills,
  ...buildingSkills,
  ...metalAndVehiclesSkills,
  ...productionSkills,
  ...retailAndOfficeSkills,
  ...certificateSkills,
]

const byCode = new Map(skills.map((skill) => [skill.code, skill]))

/** The skill with this code. */
export const skillByCode = (code: string): Skill | undefined => byCode.get(code)
