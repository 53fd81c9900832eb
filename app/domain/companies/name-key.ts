import { foldText } from '../taxonomy/fold-text.ts'

/** What a firm's name says of its legal form, and words that say nothing of which firm it is. */
const SAYS_NOTHING = new Set([
  ...['srl', 'srls', 'spa', 'snc', 'sas', 'ss', 'sapa', 'scarl', 'scrl', 'sc', 'coop', 'onlus', 'ets', 'aps'],
  ...['societa', 'cooperativa', 'sociale', 'ditta', 'individuale', 'impresa', 'azienda', 'unipersonale'],
  ...[
    'agricola',
    'di',
    'del',
    'della',
    'dei',
    'delle',
    'e',
    'ed',
    'fratelli',
    'flli',
    'il',
    'la',
    'lo',
    'i',
    'gli',
  ],
])

/**
 * A firm's name without accents, legal form and little words: `La Panetteria di Rossi S.r.l.` and `Panetteria Rossi` are the
 * same to it. Where nothing is left, the folded name itself.
 */
export function nameKey(name: string): string {
  const words = foldText(name.replace(/\b([A-Za-z])\.\s?(?=[A-Za-z](\.|\b))/g, '$1'))
    .split(' ')
    .filter(Boolean)
  const telling = words.filter((word) => !SAYS_NOTHING.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}

const pieces = (key: string): Set<string> => {
  const padded = `  ${key} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}

/** How much of their letters two names share, 0 to 1, by pieces of three: one slip in a longer name leaves 0.7 and more. */
export function nameLikeness(a: string, b: string): number {
  const [one, other] = [pieces(nameKey(a)), pieces(nameKey(b))]
  const shared = [...one].filter((piece) => other.has(piece)).length
  return shared / (one.size + other.size - shared)
}
