import { plants } from './candidate-code.ts'
import { foldText } from '../taxonomy/fold-text.ts'
import { errorsBetween } from '../search/spelling.ts'

/** Fewer letters begin too many plants, and other words. */
const FEWEST_LETTERS = 3
const FEWEST_TO_ERR = 4

/** What was typed as a person's code: the plants it may begin with, and the number or its beginning. */
export type CodeTyped = { plants: readonly string[]; number: string }

/**
 * Reads `quercia 417`, `QUERCIA-4`, `querc` or, with one typing error, `qercia-417` as a person's code. Null for anything
 * else: a surname is never looked for.
 */
export function codeTyped(typed: string): CodeTyped | null {
  const [, word = '', number = ''] = /^([a-z]+) ?(\d{0,3})$/.exec(foldText(typed.slice(0, 40))) ?? []
  if (word.length < FEWEST_LETTERS) return null
  const begun = number === '' ? plants.filter((plant) => plant.toLowerCase().startsWith(word)) : []
  const same = plants.filter((plant) => plant.toLowerCase() === word)
  const alike =
    word.length < FEWEST_TO_ERR
      ? []
      : plants.filter((plant) => errorsBetween(word, plant.toLowerCase()) === 1)
  const meant = [begun, same, alike].find((found) => found.length > 0)
  return meant ? { plants: meant, number } : null
}

/** Whether a code is one that was typed: its number begins so or, when it is whole, has one digit wrong at most. */
export function isCodeTyped(code: string, { plants: meant, number }: CodeTyped): 'same' | 'alike' | null {
  const [plant = '', digits = ''] = code.split('-')
  if (!meant.includes(plant)) return null
  if (digits.startsWith(number)) return 'same'
  return number.length === 3 && errorsBetween(number, digits) === 1 ? 'alike' : null
}
