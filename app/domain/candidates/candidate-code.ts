/**
 * Trees and plants that people of the network are named after inside it. No given names among them, so that nobody
 * takes a code for a person's name.
 */
export const plants = [
  ...[
    'ABETE',
    'ACERO',
    'AGRIFOGLIO',
    'ALLORO',
    'AVENA',
    'BETULLA',
    'BIANCOSPINO',
    'BOSSO',
    'CARPINO',
    'CASTAGNO',
  ],
  ...[
    'CICLAMINO',
    'CILIEGIO',
    'CIPRESSO',
    'EDERA',
    'FAGGIO',
    'FELCE',
    'FRASSINO',
    'GELSO',
    'GENZIANA',
    'GINEPRO',
  ],
  ...[
    'GINESTRA',
    'GIRASOLE',
    'GLICINE',
    'LARICE',
    'LAVANDA',
    'MALVA',
    'MANDORLO',
    'MELOGRANO',
    'MIRTO',
    'NOCCIOLO',
  ],
  ...[
    'NOCE',
    'OLIVO',
    'OLMO',
    'ONTANO',
    'PAPAVERO',
    'PINO',
    'PIOPPO',
    'PLATANO',
    'PRIMULA',
    'QUERCIA',
    'ROVERE',
  ],
  ...['SALICE', 'SAMBUCO', 'SORBO', 'SUSINO', 'TASSO', 'TIGLIO', 'TIMO', 'VERBENA', 'ZAFFERANO'],
] as const

/** Numbers run from 100 to 999: three digits are read out and heard without a doubt about zeros. */
export const FIRST_NUMBER = 100
export const LAST_NUMBER = 999

/** The code of a plant and a number, such as `QUERCIA-417`. */
export const codeOf = (plant: string, number: number): string => `${plant}-${String(number)}`

/**
 * What was typed, as the beginning of a code: `quercia 417`, `Quercia-4` or `QUERCIA`. Null for anything that can't be
 * one, such as a surname.
 */
export function codePrefix(typed: string): string | null {
  const [, word = '', number = ''] = /^([a-z]+)[\s-]*(\d{0,3})$/i.exec(typed.trim()) ?? []
  const plant = plants.find((name) => name === word.toUpperCase())
  if (plant) return number ? `${plant}-${number}` : plant
  return null
}
