import { codeOf, FIRST_NUMBER, LAST_NUMBER, plants } from '#app/domain/candidates/candidate-code.ts'
import { foldText } from '#app/domain/taxonomy/fold-text.ts'
import type { Random } from './random.ts'

/** Where a family name and the first names beside it come from. */
export type NameRegion =
  | 'nigeria'
  | 'west_africa'
  | 'central_africa'
  | 'levant'
  | 'central_asia'
  | 'albania'
  | 'brazil'

type NamePool = { women: readonly string[]; men: readonly string[]; families: readonly string[] }

/** Family names are made up in the manner of each place; together with a first name they are nobody's. */
const pools: Record<NameRegion, NamePool> = {
  nigeria: {
    women: [
      ...['Blessing', 'Joy', 'Faith', 'Precious', 'Happiness', 'Mercy', 'Gift', 'Peace', 'Esther', 'Favour'],
      ...['Patience', 'Loveth', 'Gloria', 'Sandra', 'Vivian', 'Osas', 'Itohan', 'Isoken', 'Efe', 'Adesuwa'],
      ...['Uche', 'Ngozi', 'Chioma', 'Amaka', 'Ifeoma', 'Nneka', 'Tessy', 'Juliet', 'Stella', 'Beauty'],
    ],
    men: ['Emmanuel', 'Osaro', 'Kingsley', 'Sunday', 'Festus', 'Chidi', 'Emeka', 'Tunde', 'Godwin', 'Samson'],
    families: [
      ...['Osabuhi', 'Ehigamwen', 'Idahowe', 'Omorogiva', 'Aghedosa', 'Igbinowan', 'Uwagbale', 'Ogbemudi'],
      ...['Eghosani', 'Osayomwa', 'Iyamugie', 'Obasemi', 'Edokpale', 'Aimuyedo', 'Okundigie', 'Ekhatorin'],
      ...[
        'Okwuchuri',
        'Nwabuzor',
        'Ezekwelu',
        'Anyadiko',
        'Chukwudera',
        'Obiakonwa',
        'Adebanwa',
        'Olatundun',
      ],
      ...['Ogunleyi', 'Balosade', 'Imasuwen', 'Orobosawa', 'Evbuomani', 'Odighizuwe'],
    ],
  },
  west_africa: {
    women: [
      'Fatoumata',
      'Mariama',
      'Aminata',
      'Kadiatou',
      'Awa',
      'Binta',
      'Hawa',
      'Isatou',
      'Adama',
      'Salimata',
    ],
    men: ['Lamin', 'Ousmane', 'Ibrahima', 'Modou', 'Bakary', 'Souleymane', 'Amadou', 'Ebrima', 'Mamadou'],
    families: [
      'Sanyaro',
      'Kamarade',
      'Dembalé',
      'Coulidé',
      'Jawaneh',
      'Bangoula',
      'Kourouba',
      'Konatari',
      'Sillaka',
    ],
  },
  central_africa: {
    women: ['Clarisse', 'Solange', 'Nadège', 'Chantal', 'Mireille', 'Prisca', 'Divine', 'Gisèle'],
    men: ['Patrice', 'Cédric', 'Junior', 'Landry', 'Hervé'],
    families: [
      'Mbalaku',
      'Nguembo',
      'Tchakondo',
      'Makambila',
      'Lokumba',
      'Fotsingue',
      'Ndongale',
      'Mahamani',
    ],
  },
  levant: {
    women: ['Rima', 'Lamia', 'Zeinab', 'Hanan', 'Noor', 'Samira'],
    men: ['Yusef', 'Karim', 'Basel', 'Tarek'],
    families: ['Haddawi', 'Al-Rasheni', 'Khourani', 'Mansuri', 'Jubrawi', 'Saqfani'],
  },
  central_asia: {
    women: ['Parwana', 'Shirin', 'Laila', 'Zohra'],
    men: ['Farid', 'Nasir', 'Jawed', 'Habib'],
    families: ['Rahimyar', 'Sultanpor', 'Noorzade', 'Karimbay'],
  },
  albania: {
    women: ['Elira', 'Mimoza', 'Blerta', 'Teuta'],
    men: ['Arben', 'Dritan', 'Luan'],
    families: ['Kodreli', 'Gjonaja', 'Prendushi', 'Marashi'],
  },
  brazil: {
    women: ['Rayane', 'Jussara', 'Tainá', 'Luana'],
    men: ['Wesley', 'Caio'],
    families: ['Figueirada', 'Nascimbro', 'Teixedo', 'Cavalhães'],
  },
}

/** Countries of FairJob's people (ISO 3166; XXA is ICAO's code of a stateless person) and how they are named. */
const regionOf: Record<string, NameRegion> = {
  NG: 'nigeria',
  ...{ CI: 'west_africa', GM: 'west_africa', GN: 'west_africa', ML: 'west_africa', SL: 'west_africa' },
  ...{ CM: 'central_africa', TD: 'central_africa', CG: 'central_africa', CD: 'central_africa' },
  ...{ IQ: 'levant', SY: 'levant', YE: 'levant', XXA: 'levant', AF: 'central_asia' },
  ...{ AL: 'albania', BR: 'brazil' },
}

/** A name for somebody of this nationality. */
export function personName(
  nationality: string,
  gender: 'woman' | 'man' | 'trans',
  random: Random,
): { firstName: string; lastName: string } {
  const pool = pools[regionOf[nationality] ?? 'nigeria']
  const firstName = random.pick(gender === 'man' ? pool.men : pool.women)
  return { firstName, lastName: random.pick(pool.families) }
}

/** Gives another name to whoever has the same as somebody before her: two people of one name are mixed up on a list. */
export function tellApart(
  people: readonly {
    name: { firstName: string; lastName: string }
    background: { nationality: string; gender: 'woman' | 'man' | 'trans' }
  }[],
  random: Random,
): void {
  const taken = new Set<string>()
  for (const person of people) {
    const { nationality, gender } = person.background
    const full = () => `${person.name.firstName} ${person.name.lastName}`
    while (taken.has(full())) person.name = personName(nationality, gender, random)
    taken.add(full())
  }
}

const contactFirstNames = [
  ...['Alessandra', 'Barbara', 'Carla', 'Cristina', 'Daniela', 'Donatella', 'Elena', 'Emanuela', 'Federica'],
  ...['Ivana', 'Manuela', 'Marina', 'Michela', 'Ornella', 'Patrizia', 'Raffaella', 'Simona', 'Veronica'],
  ...['Alberto', 'Claudio', 'Diego', 'Enrico', 'Fabio', 'Franco', 'Gianluca', 'Giorgio', 'Massimo', 'Renato'],
]
const contactFamilies = [
  ...['Bonardelli', 'Cerruggia', 'Dellarocchi', 'Favarello', 'Gallinotto', 'Lovisetti', 'Maccagnetti'],
  ...['Negrinotti', 'Olivazzo', 'Panicelli', 'Ravazzotti', 'Sismondino', 'Tibaldero', 'Vergnaschi'],
  ...['Zanottera', 'Barbaruolo', 'Cavallarin', 'Durandetto', 'Gariglietti', 'Mussinato', 'Pautassino'],
]

/** A name for somebody at a company that nobody of `taken` has; it is one of them from then on. */
export function contactName(random: Random, taken: Set<string>): string {
  for (;;) {
    const name = `${random.pick(contactFirstNames)} ${random.pick(contactFamilies)}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

/** Words as a part of an address: `Hotel Tre Gelsi` → `hotel-tre-gelsi`. */
export const slugged = (words: string, joint = '-'): string => foldText(words).replaceAll(' ', joint)

/** An address under .example, which no mail ever reaches (RFC 2606). */
export const addressOf = (name: string, host: string): string =>
  `${slugged(name, '.')}@${slugged(host)}.example`

/** A telephone number that no network gives out: no Italian area code begins with 00. */
export const phoneNumber = (random: Random): string =>
  `+3900${String(random.int(0, 9_999_999)).padStart(8, '0')}`

/** As many different codes such as QUERCIA-417. */
export function personCodes(count: number, random: Random): string[] {
  const codes = new Set<string>()
  while (codes.size < count) codes.add(codeOf(random.pick(plants), random.int(FIRST_NUMBER, LAST_NUMBER)))
  return [...codes]
}
