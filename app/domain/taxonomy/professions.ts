import type { Profession } from './profession.ts'
import { buildingProfessions } from './professions-building.ts'
import { careProfessions } from './professions-care.ts'
import { cleaningProfessions } from './professions-cleaning.ts'
import { electronicsAndPlasticsProfessions } from './professions-electronics-and-plastics.ts'
import { foodIndustryProfessions } from './professions-food-industry.ts'
import { hospitalityProfessions } from './professions-hospitality.ts'
import { landProfessions } from './professions-land.ts'
import { logisticsAndRetailProfessions } from './professions-logistics-and-retail.ts'
import { metalProfessions } from './professions-metal.ts'
import { officeProfessions } from './professions-office.ts'
import { personalServicesProfessions } from './professions-personal-services.ts'
import { textilesAndWoodProfessions } from './professions-textiles-and-wood.ts'

/**
 * Every profession the product knows, sector by sector. The words are ours, also where an entry stands for one of ESCO's;
 * the ISCO-08 unit group is the key.
 */
export const professions: readonly Profession[] = [
  ...hospitalityProfessions,
  ...foodIndustryProfessions,
  ...landProfessions,
  ...cleaningProfessions,
  ...careProfessions,
  ...personalServicesProfessions,
  ...logisticsAndRetailProfessions,
  ...officeProfessions,
  ...textilesAndWoodProfessions,
  ...buildingProfessions,
  ...metalProfessions,
  ...electronicsAndPlasticsProfessions,
]

const byCode = new Map(professions.map((profession) => [profession.code, profession]))

/** The profession with this code. */
export const professionByCode = (code: string): Profession | undefined => byCode.get(code)
