import { areaOfProvince, areas, provinceCodes, type Area, type Province } from '../places/areas.ts'
import { iscoGroupOf } from '../taxonomy/isco-groups.ts'
import { licenceCategories, licenceCovers, type LicenceCategory } from '../taxonomy/licences.ts'
import { isProfession, isSkill } from '../taxonomy/vocabulary.ts'
import { slots } from '../matching/slots.ts'

/** Everything a card may ever say (privacy.md, S1). A new name here is a decision about people's safety. */
export const cardAttributeNames = [
  'profession',
  'profession_group',
  'skill',
  'italian',
  'slot',
  'licence',
  'area',
] as const
export type CardAttributeName = (typeof cardAttributeNames)[number]

/** One thing said of a person; `value` is a code of that attribute's closed vocabulary. */
export type CardAttribute = { attribute: CardAttributeName; value: string }

/** The only facts the serialiser is given: it can't leak what it never sees. */
export type ShowableFacts = {
  professionCode: string
  skills: Readonly<Record<string, number>>
  licences: readonly LicenceCategory[]
  italianSpoken: number
  slots: readonly string[]
  province: Province
}

/** What the opening asks that a card may confirm. */
export type AskedFacts = {
  skills: readonly { code: string; level: number }[]
  licences: readonly LicenceCategory[]
}

/** From B1 a person works in Italian by herself. */
const INDEPENDENT = 3

export const isKnownAttribute = ({ attribute, value }: CardAttribute): boolean => {
  switch (attribute) {
    case 'profession':
      return isProfession(value)
    case 'profession_group':
      return iscoGroupOf(value) !== undefined
    case 'skill':
      return isSkill(value.split(':')[0] ?? '') && /:[123]$/.test(value)
    case 'italian':
      return value === 'basic' || value === 'independent'
    case 'slot':
      return (slots as readonly string[]).includes(value)
    case 'licence':
      return (licenceCategories as readonly string[]).includes(value)
    case 'area':
      return (areas as readonly string[]).includes(value)
  }
}

/**
 * Everything that a card for this opening could say of this person if nothing had to be held back: her profession, the
 * asked skills that she holds, her Italian in two levels, her slots, licence B or a licence that was asked, her area.
 */
export function fullCard(facts: ShowableFacts, asked: AskedFacts): CardAttribute[] {
  const wanted = new Set<LicenceCategory>(['B', ...asked.licences])
  return [
    { attribute: 'profession', value: facts.professionCode },
    ...asked.skills
      .filter(({ code, level }) => (facts.skills[code] ?? 0) >= level)
      .map(({ code, level }): CardAttribute => ({ attribute: 'skill', value: `${code}:${String(level)}` })),
    { attribute: 'italian', value: facts.italianSpoken >= INDEPENDENT ? 'independent' : 'basic' },
    ...facts.slots.map((slot): CardAttribute => ({ attribute: 'slot', value: slot })),
    ...[...wanted]
      .filter((category) => licenceCovers(facts.licences, category))
      .map((category): CardAttribute => ({ attribute: 'licence', value: category })),
    { attribute: 'area', value: areaOfProvince(facts.province) },
  ]
}

/** Provinces of an area, for counting who shares it. */
export const provincesOfArea = (area: string): Province[] =>
  provinceCodes.filter((province) => areaOfProvince(province) === (area as Area))
