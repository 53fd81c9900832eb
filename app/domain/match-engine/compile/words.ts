import { HALF_HOURS_A_WEEK, type WeekMask } from '../../matching/week.ts'

/** A week is 42 bytes, padded to eleven 32-bit words: quick to compare with thousands of others. */
export const WEEK_BYTES = HALF_HOURS_A_WEEK / 8
export const WEEK_WORDS = Math.ceil(WEEK_BYTES / 4)

/**
 * The bytes of a week as PostgreSQL sends a bit(336): half-hour 0 is the highest bit of the first byte. Two bytes of
 * padding at the end.
 */
export function weekBytes(mask: WeekMask): Uint8Array {
  const bytes = new Uint8Array(WEEK_WORDS * 4)
  for (let at = 0; at < HALF_HOURS_A_WEEK; at++)
    if ((mask >> BigInt(at)) & 1n) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (128 >> (at & 7))
  return bytes
}

/** A week as words, with which of them hold anything. */
export type WeekWords = { words: Uint32Array; used: readonly number[] }

export function weekWords(mask: WeekMask): WeekWords {
  const words = new Uint32Array(weekBytes(mask).buffer)
  return { words, used: [...words.keys()].filter((at) => words[at] !== 0) }
}

/** How many bits of a 32-bit word are set. */
export function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Whether all of `inner` is in the week that begins at `from` of `all`. */
export function holds(all: Uint32Array, from: number, { words, used }: WeekWords): boolean {
  for (const at of used) if (((words[at] ?? 0) & ~(all[from + at] ?? 0)) !== 0) return false
  return true
}

/** How many half-hours `inner` shares with the week that begins at `from` of `all`. */
export function shared(all: Uint32Array, from: number, { words, used }: WeekWords): number {
  let count = 0
  for (const at of used) count += bitCount((words[at] ?? 0) & (all[from + at] ?? 0))
  return count
}
