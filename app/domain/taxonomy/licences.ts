/**
 * Driving categories of Italian and EU licences (art. 116 of the Codice della Strada; Directive 2006/126/EC
 * art. 4).
 */
export const licenceCategories = [
  'AM',
  'A1',
  'A2',
  'A',
  'B1',
  'B',
  'BE',
  'C1',
  'C1E',
  'C',
  'CE',
  'D1',
  'D1E',
  'D',
  'DE',
] as const
export type LicenceCategory = (typeof licenceCategories)[number]

/**
 * What each category lets its holder drive beside itself, one step; the rest follows by repetition. The law
 * is Directive 2006/126/EC art. 6, in Italy art. 125 of the Codice della Strada:
 * - par. 2: every category counts for AM; A2 for A1; A for A2; B for B1; C for C1; D for D1; CE and DE for
 *   C1E and D1E; C1E, CE, D1E and DE for BE;
 * - par. 1: C1, C, D1 and D are issued only to holders of B, and a trailer category only to holders of its
 *   own category without trailer, so who has the larger one has the smaller one too;
 * - par. 3, used by Italy on its own territory: B counts for A1.
 */
const oneStep: Record<LicenceCategory, readonly LicenceCategory[]> = {
  AM: [],
  A1: ['AM'],
  A2: ['A1'],
  A: ['A2'],
  B1: ['AM'],
  B: ['B1', 'A1'],
  BE: ['B'],
  C1: ['B'],
  C1E: ['C1', 'BE'],
  C: ['C1'],
  CE: ['C', 'C1E'],
  D1: ['B'],
  D1E: ['D1', 'BE'],
  D: ['D1'],
  DE: ['D', 'D1E'],
}

const reach = (category: LicenceCategory): LicenceCategory[] => [
  category,
  ...oneStep[category].flatMap(reach),
]
const covered = new Map(licenceCategories.map((category) => [category, new Set(reach(category))]))

/**
 * Tells whether somebody who holds the categories `held` may drive, in Italy, what the category `asked` is
 * for. It takes all she holds because one rule needs two of them: CE counts for DE where D is held (art. 6
 * par. 2 b).
 */
export function licenceCovers(held: readonly LicenceCategory[], asked: LicenceCategory): boolean {
  if (held.some((category) => covered.get(category)?.has(asked))) return true
  // DE in turn counts for D1E.
  return (asked === 'DE' || asked === 'D1E') && held.includes('CE') && held.includes('D')
}
