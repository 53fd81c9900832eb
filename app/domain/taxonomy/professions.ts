import type { Profession } from './profession.ts'
import { foodAndLandProfessions } from './professions-food-and-land.ts'
import { hospitalityProfessions } from './professions-hospitality.ts'
import { industryProfessions } from './professions-industry.ts'
import { makingProfessions } from './professions-making.ts'
import { serviceProfessions } from './professions-services.ts'
import { tradeAndOfficeProfessions } from './professions-trade-and-office.ts'

/**
 * Every profession the product knows, sector by sector. Labels are ours; the ISCO-08 unit group is the key.
 */
export const professions: readonly Profession[] = [
  ...hospitalityProfessions,
  ...foodAndLandProfessions,
  ...serviceProfessions,
  ...tradeAndOfficeProfessions,
  ...makingProfessions,
  ...industryProfessions,
]

const byCode = new Map(professions.map((profession) => [profession.code, profession]))

/** The profession with this code. */
export const professionByCode = (code: string): Profession | undefined => byCode.get(code)
