import { plants } from '../candidates/candidate-code.ts'
import { foldText } from '../taxonomy/fold-text.ts'

/** Why a text may not go to a company: it names somebody's code, counts people, or says who sends it. */
export type QuestionTrouble = 'code' | 'people_counted' | 'organisation'

const CODE = new RegExp(`\\b(?:${plants.join('|')})[\\s\\-–—_.·]*\\d{1,3}\\b`, 'iu')

const MANY = [
  ...['due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci', 'undici', 'dodici'],
  ...['quindici', 'venti', 'trenta', 'alcune', 'alcuni', 'diverse', 'diversi', 'molte', 'molti'],
  ...['nessuna', 'nessun', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'several', 'some', 'many', 'no'],
]
const PERSON = ['person[ae]', 'people', 'persons?']
const PROPOSED = [
  ...['candidat[aieo]', 'profil[oi]', 'ragazz[aeio]', 'donn[ae]', 'uomo', 'uomini'],
  ...['candidates?', 'profiles?', 'wom[ae]n', 'm[ae]n'],
]
/** A number, up to two words ("altre", "nostre"), and a word for people. */
const counted = (numbers: readonly string[], people: readonly string[]): RegExp =>
  new RegExp(
    `(?<!\\p{L})(?:\\d+|${numbers.join('|')})\\s+(?:\\p{L}+\\s+){0,2}(?:${people.join('|')})(?!\\p{L})`,
    'iu',
  )
const SOME_PEOPLE = counted(MANY, [...PERSON, ...PROPOSED])
/** "Una persona della rete vi chiama" counts nobody; "una candidata" does. */
const ONE_OF_THEM = counted(['un', 'una', 'uno', 'an', 'a', 'one'], PROPOSED)

type Known = {
  /** The names of the network's organisations. */
  organisations: readonly string[]
  /** The company's own words for its opening, which may come back to it whatever they say. */
  openingTitle: string
}

/**
 * What keeps a text written by one of us from going to a company (privacy.md, No probing): a code of the network, people
 * counted in figures or words, an organisation's name. What else may point at somebody only a reader can tell.
 */
export function questionTrouble(
  written: string,
  { organisations, openingTitle }: Known,
): QuestionTrouble | null {
  const text = written.replaceAll(openingTitle, '')
  if (CODE.test(text)) return 'code'
  if (SOME_PEOPLE.test(text) || ONE_OF_THEM.test(text)) return 'people_counted'
  const folded = ` ${foldText(text)} `
  const named = organisations.some((name) => folded.includes(` ${foldText(name)} `))
  return named ? 'organisation' : null
}
