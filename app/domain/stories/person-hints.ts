import { foldText } from '../taxonomy/fold-text.ts'

/**
 * Beginnings of words that describe a person instead of a firm: where she comes from, what happened to her, her family,
 * faith or health. In Italian and English, folded. Some are harmless at times ("la casa madre"): they ask for a second
 * look and stop nothing.
 */
const STEMS = [
  ...['rifugiat', 'profug', 'richiedent', 'migrant', 'immigra', 'stranier', 'extracomunit', 'clandestin'],
  ...[
    'refugee',
    'asylum',
    'foreigner',
    'africa',
    'asiatic',
    'nigerian',
    'ghan',
    'gambian',
    'malian',
    'ivorian',
  ],
  ...[
    'senegal',
    'camerun',
    'somal',
    'eritre',
    'etiop',
    'sudan',
    'maroc',
    'tunisin',
    'egizian',
    'afghan',
    'afgan',
  ],
  ...[
    'sirian',
    'irachen',
    'pakistan',
    'pachistan',
    'banglad',
    'bengales',
    'ucrain',
    'albanes',
    'romen',
    'peruvian',
  ],
  ...['vittim', 'victim', 'traffick', 'prostit', 'sfruttat', 'barcone', 'sbarcat'],
  ...['incint', 'gravidanz', 'pregnan', 'mamma', 'madre', 'madri', 'mother', 'figli', 'bambin', 'children'],
  ...['ragazz', 'girl', 'musulman', 'muslim', 'islam', 'religios', 'disabil', 'invalid', 'malat', 'traum'],
]
const AGE = /\b\d{2}\s?(?:anni|enne|years? old)\b/giu
const WORD = /[\p{L}\p{M}]+/gu

/**
 * Words of a story that may describe a person, as they were written, each once: shown to the writer and the reviewer as
 * what to read again. A name can't be told from any other word: people look for that.
 */
export function personHints(texts: readonly string[]): string[] {
  const found = new Map<string, string>()
  for (const text of texts) {
    const words = text.match(WORD) ?? []
    const suspect = words.filter((word) => STEMS.some((stem) => foldText(word).startsWith(stem)))
    for (const word of [...suspect, ...(text.match(AGE) ?? [])]) {
      if (!found.has(foldText(word))) found.set(foldText(word), word)
    }
  }
  return [...found.values()]
}
