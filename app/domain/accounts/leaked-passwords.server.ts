import { dictionary } from '@zxcvbn-ts/language-common'

/** Shorter ones are words of many a good sentence. */
const SHORTEST = 4

/**
 * Some fifty thousand passwords of the leaked lists, most used first; they come with the product, and nobody outside is
 * asked about a password.
 */
const leaked: ReadonlySet<string> = new Set(dictionary.passwords)

/** Whether a password, in one of its spellings, is one that leaked. */
export const isLeaked = (spellings: readonly string[]): boolean =>
  spellings.some((text) => text.length >= SHORTEST && leaked.has(text))
