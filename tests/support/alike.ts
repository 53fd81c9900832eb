import type { CardAttribute } from '#app/domain/disclosure/card-attributes.ts'
import { areaOfProvince, type Province } from '#app/domain/places/areas.ts'
import { licenceCovers, type LicenceCategory } from '#app/domain/taxonomy/licences.ts'
import { groupOfProfession } from '#app/domain/taxonomy/vocabulary.ts'

/** What a card may be about, of somebody's profile. */
export type Showable = {
  candidateId: string
  professionCode: string
  skills: Readonly<Record<string, number>>
  licences: readonly LicenceCategory[]
  italianSpoken: number
  slots: readonly string[]
  province: Province
}

/** Whether a statement of a card is true of somebody: one person after the other, to check what SQL counts. */
function isTrueOf({ attribute, value }: CardAttribute, person: Showable): boolean {
  switch (attribute) {
    case 'profession':
      return person.professionCode === value
    case 'profession_group':
      return groupOfProfession(person.professionCode) === value
    case 'skill': {
      const [code = '', level] = value.split(':')
      return (person.skills[code] ?? 0) >= Number(level)
    }
    case 'italian':
      return (person.italianSpoken >= 3 ? 'independent' : 'basic') === value
    case 'slot':
      return person.slots.includes(value)
    case 'licence':
      return licenceCovers(person.licences, value as LicenceCategory)
    case 'area':
      return areaOfProvince(person.province) === value
  }
}

/** Of how many people all that was shown of one is true: of herself, and of others who are matched today. */
export const alike = (
  shown: readonly CardAttribute[],
  candidateId: string,
  matchable: readonly Showable[],
): number =>
  1 +
  matchable.filter(
    (other) => other.candidateId !== candidateId && shown.every((each) => isTrueOf(each, other)),
  ).length
