import type { Random } from './random.ts'

/** What is sealed of a person, for statistics and her case manager only; no match and no card ever reads it. */
export type Background = {
  gender: 'woman' | 'man' | 'trans'
  /** ISO 3166, or XXA for a stateless person. */
  nationality: string
  singleMother: boolean
  minorChildren: number
  pregnant: boolean
  disability: 'psychological' | 'physical' | null
}

/**
 * The published figures of FairJob (Ires Piemonte, 2023): of 103 people 12 men and one trans person; 77 Nigerian, the
 * others of sixteen origins; about 20 single mothers, 11 women pregnant, three with a disability, two of these
 * psychological; most are between 22 and 33.
 */
export const fairJob = {
  people: 103,
  men: 12,
  trans: 1,
  nigerian: 77,
  singleMothers: 20,
  pregnant: 11,
  disabilities: ['psychological', 'psychological', 'physical'],
} as const

const otherOrigins = [
  ...['AF', 'AL', 'BR', 'CM', 'TD', 'CI', 'GM', 'GN', 'IQ', 'ML', 'CG', 'CD', 'SL', 'SY', 'YE', 'XXA'],
  // Those of whom there is more than one.
  ...['CM', 'CI', 'GM', 'ML', 'CD', 'CM', 'SL', 'GN', 'CI', 'BR'],
] as const

/** The backgrounds of FairJob's people, in no order. */
export function fairJobBackgrounds(random: Random): Background[] {
  const { people, men, trans, nigerian, singleMothers, pregnant, disabilities } = fairJob
  const nationalities = random.shuffle([
    ...Array.from({ length: nigerian }, () => 'NG'),
    ...otherOrigins.slice(0, people - nigerian),
  ])
  const deck = nationalities.map((nationality, at): Background => {
    const gender = at < men ? 'man' : at < men + trans ? 'trans' : 'woman'
    return { gender, nationality, ...ALONE }
  })
  const women = random.shuffle(deck.filter(({ gender }) => gender === 'woman'))
  for (const mother of women.slice(0, singleMothers)) {
    Object.assign(mother, { singleMother: true, minorChildren: random.weighted(CHILDREN) })
  }
  // Two of the mothers are expecting again.
  for (const expecting of women.slice(singleMothers - 2, singleMothers - 2 + pregnant))
    expecting.pregnant = true
  const others = women.slice(singleMothers + pregnant)
  for (const [at, disability] of disabilities.entries()) Object.assign(others[at] ?? {}, { disability })
  return random.shuffle(deck)
}

const ALONE = { singleMother: false, minorChildren: 0, pregnant: false, disability: null }
const CHILDREN = [
  [1, 12],
  [2, 6],
  [3, 1],
] as const

/** The background of one of those who came before, drawn in the same proportions. */
export function likeFairJob(random: Random): Background {
  const { people, men, nigerian, singleMothers } = fairJob
  const gender = random.chance(men / people) ? 'man' : 'woman'
  const singleMother = gender === 'woman' && random.chance(singleMothers / people)
  return {
    ...ALONE,
    gender,
    nationality: random.chance(nigerian / people) ? 'NG' : random.pick(otherOrigins),
    singleMother,
    minorChildren: singleMother ? random.weighted(CHILDREN) : 0,
  }
}

/** Years of age: four in five are between 22 and 33. */
export const ageOf = (random: Random): number =>
  random.weighted([
    [random.int(22, 33), 80],
    [random.int(19, 21), 8],
    [random.int(34, 45), 12],
  ])
