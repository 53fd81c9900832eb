import type { InteractionKind, InteractionOutcome } from '../companies/interaction-kinds.ts'
import { foldText } from '../taxonomy/fold-text.ts'

/** The columns of a file of contacts. */
export const importColumns = ['company', 'vatId', 'day', 'kind', 'outcome', 'minutes', 'note'] as const
export type ImportColumn = (typeof importColumns)[number]

/** A file without one of these says too little; of company and partita IVA one is enough. */
export const neededColumns = ['day', 'kind', 'outcome'] as const satisfies readonly ImportColumn[]

/** How people head their columns, folded; the first one is what our example says. */
const headings: Record<ImportColumn, readonly string[]> = {
  company: ['azienda', 'ragione sociale', 'impresa', 'ditta', 'company'],
  vatId: ['partita iva', 'p iva', 'piva', 'vat', 'vat number'],
  day: ['data', 'giorno', 'date', 'day'],
  kind: ['tipo', 'tipo di contatto', 'kind', 'type'],
  outcome: ['esito', 'risultato', 'outcome', 'result'],
  minutes: ['minuti', 'durata', 'minutes', 'duration'],
  note: ['nota', 'note', 'notes', 'appunti'],
}

const kinds: Record<InteractionKind, readonly string[]> = {
  call: ['telefonata', 'chiamata', 'telefono', 'call', 'phone call', 'phone'],
  visit: ['visita', 'sopralluogo', 'visit'],
  mail: ['email', 'e mail', 'mail', 'posta'],
  meeting: ['incontro', 'riunione', 'colloquio', 'meeting'],
  event: ['evento', 'event'],
}

const outcomes: Record<InteractionOutcome, readonly string[]> = {
  positive: ['bene', 'andata bene', 'positivo', 'positiva', 'well', 'positive'],
  neutral: ['cosi cosi', 'neutro', 'neutra', 'so so', 'neutral'],
  negative: ['male', 'andata male', 'negativo', 'negativa', 'badly', 'negative'],
  no_answer: ['nessuna risposta', 'senza risposta', 'non risponde', 'no answer'],
}

function named<Key extends string>(words: Record<Key, readonly string[]>, written: string): Key | null {
  const folded = foldText(written)
  const found = (Object.keys(words) as Key[]).find((key) => words[key].includes(folded))
  return found ?? null
}

/** Which column a heading means, whatever its case and accents; null for one that is none of ours. */
export const columnOf = (heading: string): ImportColumn | null => named(headings, heading)

/** What kind of contact a cell means. */
export const kindOf = (cell: string): InteractionKind | null => named(kinds, cell)

/** What outcome a cell means. */
export const outcomeOf = (cell: string): InteractionOutcome | null => named(outcomes, cell)

/**
 * The calendar day of a cell, as `YYYY-MM-DD`: day, month and year of four digits with slashes, points or hyphens between,
 * or the year first. Null where it says no such thing; whether the day exists is another question.
 */
export function dayOf(cell: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell) ?? []
  if (year && month && day) return `${year}-${month}-${day}`
  const [, first = '', second = '', last] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? []
  return last ? `${last}-${second.padStart(2, '0')}-${first.padStart(2, '0')}` : null
}

/** The whole number of a cell, null where nothing stands there, NaN where anything else does. */
export function minutesOf(cell: string): number | null {
  if (cell === '') return null
  return /^\d{1,5}$/.test(cell) ? Number(cell) : Number.NaN
}

/** The sign that separates the cells of a header: what people's spreadsheets write, the most frequent one. */
export function separatorOf(header: string): ';' | ',' | '\t' {
  const count = (sign: string) => header.split(sign).length
  const [best = ';'] = ([';', ',', '\t'] as const).toSorted((a, b) => count(b) - count(a))
  return best
}
