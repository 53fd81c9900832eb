/** Only the beginning of a word is looked up with letters left out: enough to meet it, and a quarter of the rows. */
const BEGINNING = 7

/** How many typing errors a word may hold: none where one letter makes another word of it, or in a number. */
export function allowedErrors(word: string): 0 | 1 | 2 {
  if (/\d/.test(word) || word.length < 4) return 0
  return word.length < 8 ? 1 : 2
}

/**
 * The spellings under which a word is filed and looked up: its first seven letters, and these with one left out. Two
 * words whose beginnings are one error apart (a letter missing, added, changed, or two changed over) share one.
 */
export function spellingsOf(word: string): string[] {
  const beginning = word.slice(0, BEGINNING)
  const shorter = Array.from(beginning, (_, at) => beginning.slice(0, at) + beginning.slice(at + 1))
  return [...new Set([beginning, ...shorter])].filter((spelling) => spelling !== '')
}

/** The last row of the table of errors between `typed` and each beginning of `word`. */
function errorsByBeginning(typed: string, word: string): number[] {
  let before: number[] = []
  let above = Array.from({ length: word.length + 1 }, (_, at) => at)
  for (let i = 1; i <= typed.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= word.length; j += 1) {
      const same = typed[i - 1] === word[j - 1]
      const cost = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (same ? 0 : 1),
        i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Infinity,
      )
      row.push(cost)
    }
    before = above
    above = row
  }
  return above
}

/** Typing errors between two words: letters missing, added, changed, or two neighbours changed over. */
export const errorsBetween = (typed: string, word: string): number =>
  errorsByBeginning(typed, word).at(-1) ?? typed.length

/** The fewest typing errors between what was typed and a beginning of the word that it may grow into. */
export const errorsInBeginning = (typed: string, word: string): number =>
  Math.min(...errorsByBeginning(typed, word))
