import { foldText } from '../taxonomy/fold-text.ts'
import { SHORTEST_PASSWORD } from './password-length.ts'
import { commonWords, runs } from './common-passwords.ts'

const FEWEST_DIFFERENT = 5
const SHORTEST_RUN = 4

/** What people write for letters. */
const disguises: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const reversed = (text: string): string => [...text].reverse().join('')
const bothWays = [...runs, ...runs.map(reversed)]
const lettersOf = (text: string): string => text.replace(/[^a-z]/g, '')
const undisguised = (text: string): string => [...text].map((sign) => disguises[sign] ?? sign).join('')

/** Whether `text` is nothing but `words`, one after the other. */
function madeOf(text: string, words: readonly string[]): boolean {
  const reached = new Set([0])
  for (let at = 0; at < text.length; at += 1) {
    if (!reached.has(at)) continue
    for (const word of words) if (text.startsWith(word, at)) reached.add(at + word.length)
  }
  return reached.has(text.length)
}

/** Cuts the runs along keyboard and alphabet out: what is left is what the person thought of. */
function withoutRuns(text: string): string {
  let left = ''
  for (let at = 0; at < text.length;) {
    let length = SHORTEST_RUN
    const along = (n: number) =>
      at + n <= text.length && bothWays.some((run) => run.includes(text.slice(at, at + n)))
    if (!along(length)) {
      left += text[at]
      at += 1
      continue
    }
    while (along(length + 1)) length += 1
    at += length
  }
  return left
}

const plainOf = (password: string): string => password.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** The letters of a password as they may have been meant: as typed, without runs, with signs read as letters. */
export function spellingsOf(password: string): string[] {
  const plain = plainOf(password)
  const meant = undisguised(plain.replace(/^[^a-z]+|[^a-z]+$/g, ''))
  return [plain, undisguised(plain), meant].flatMap((text) => [lettersOf(text), lettersOf(withoutRuns(text))])
}

/** Letters and pictures that the word lists say nothing of. */
const BEYOND_LATIN = /[^\p{Script=Latin}\p{N}\p{P}\p{Z}\p{M}$+<=>^`|~]/u

/** What is wrong with a new password, as the key of its message; null when it will do. */
export type PasswordFault =
  | 'account_password_short'
  | 'account_password_common'
  | 'account_password_about_you'

/**
 * Judges a new password: long enough, and not among those that are tried first. No rule asks for signs or capitals:
 * four words do better. `about` is what anybody knows of the person: her name, her address.
 */
export function passwordFault(password: string, about: readonly string[]): PasswordFault | null {
  if ([...password].length < SHORTEST_PASSWORD) return 'account_password_short'
  if (new Set(plainOf(password)).size < FEWEST_DIFFERENT) return 'account_password_common'
  if (BEYOND_LATIN.test(password)) return null
  const spellings = spellingsOf(password)
  const known = about.flatMap((text) => foldText(text).split(/[^a-z]+/)).filter((word) => word.length >= 3)
  if (spellings.some((text) => madeOf(text, commonWords))) return 'account_password_common'
  return spellings.some((text) => madeOf(text, [...commonWords, ...known]))
    ? 'account_password_about_you'
    : null
}
