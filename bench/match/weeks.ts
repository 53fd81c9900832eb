import type { Random } from '../random.ts'
import { shares } from '../random.ts'

/** A week as 44 bytes, half-hour 0 the highest bit of the first (as PostgreSQL's bit(336), padded). */
export const BYTES = 44

type Block = { days: readonly number[]; from: number; to: number }
type Pattern = { weight: number; blocks: readonly Block[] }

const WORKDAYS = [0, 1, 2, 3, 4]
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]
const block = (days: readonly number[], from: number, to: number): Block => ({ days, from, to })

/** A dozen ways of living, in half-hours of the day. */
const lives: readonly Pattern[] = [
  { weight: 14, blocks: [block(WORKDAYS, 17, 26)] },
  { weight: 12, blocks: [block(WORKDAYS, 16, 33)] },
  { weight: 16, blocks: [block(EVERY_DAY, 12, 44)] },
  { weight: 10, blocks: [block([0, 1, 2, 3, 4, 5], 12, 44)] },
  { weight: 10, blocks: [block(WORKDAYS, 12, 27)] },
  { weight: 6, blocks: [block(WORKDAYS, 26, 40)] },
  { weight: 6, blocks: [block(EVERY_DAY, 34, 48), block(EVERY_DAY, 0, 2)] },
  { weight: 4, blocks: [block(EVERY_DAY, 42, 48), block(EVERY_DAY, 0, 14)] },
  { weight: 4, blocks: [block([5, 6], 12, 46)] },
  { weight: 10, blocks: [block(EVERY_DAY, 0, 48)] },
  { weight: 6, blocks: [block(WORKDAYS, 14, 40), block([5], 14, 28)] },
  { weight: 2, blocks: [block([0, 2, 4], 14, 40)] },
]

/** Shifts as the territory's employers ask for them. */
const shifts: readonly Pattern[] = [
  { weight: 14, blocks: [block(WORKDAYS, 12, 18)] },
  { weight: 14, blocks: [block(WORKDAYS, 16, 24)] },
  { weight: 14, blocks: [block(WORKDAYS, 18, 34)] },
  { weight: 10, blocks: [block([1, 2, 3, 4, 5], 20, 38)] },
  { weight: 10, blocks: [block([2, 3, 4, 5, 6], 36, 47)] },
  { weight: 8, blocks: [block(WORKDAYS, 44, 48), block([1, 2, 3, 4, 5], 0, 12)] },
  { weight: 10, blocks: [block([0, 1, 2, 3, 4, 5], 14, 28)] },
  { weight: 6, blocks: [block([5, 6], 18, 40)] },
  { weight: 8, blocks: [block(WORKDAYS, 22, 30)] },
  { weight: 6, blocks: [block(EVERY_DAY, 14, 30)] },
]

const lifeShares = shares(lives.map(({ weight }) => weight))
const shiftShares = shares(shifts.map(({ weight }) => weight))

const put = (week: Uint8Array, at: number): void => {
  week[at >> 3] = (week[at >> 3] ?? 0) | (128 >> (at & 7))
}
const take = (week: Uint8Array, at: number): void => {
  week[at >> 3] = (week[at >> 3] ?? 0) & ~(128 >> (at & 7))
}
const has = (week: Uint8Array, at: number): boolean => ((week[at >> 3] ?? 0) & (128 >> (at & 7))) !== 0

function lay(week: Uint8Array, { blocks }: Pattern, early: number, late: number, dayOff: number): void {
  for (const { days, from, to } of blocks) {
    const begin = Math.max(0, from ? from + early : 0)
    const end = Math.min(48, to < 48 ? to + late : 48)
    for (const day of days) if (day !== dayOff) for (let at = begin; at < end; at++) put(week, day * 48 + at)
  }
}

const jitter = (random: Random): number => random.int(5) - 2

/** One person's hours into `available`, and those that childcare would add as well into `wider`: more for every fourth. */
export function livedWeek(random: Random, available: Uint8Array, wider: Uint8Array): void {
  const pattern = lives[random.pick(lifeShares)]
  const early = random.chance(0.4) ? jitter(random) : 0
  const late = random.chance(0.4) ? jitter(random) : 0
  if (pattern) lay(wider, pattern, early, late, random.chance(0.2) ? random.int(7) : -1)
  if (random.chance(0.25)) {
    // An appointment, a course.
    const from = random.int(7) * 48 + 12 + random.int(28)
    for (let at = from; at < from + 2 + random.int(5); at++) take(wider, at)
  }
  available.set(wider)
  if (!random.chance(0.28)) return
  // Children: outside of school hours only with childcare.
  for (let at = 0; at < 336; at++) {
    const day = Math.floor(at / 48)
    const inSchool = day < 5 && at % 48 >= 16 && at % 48 < 32
    if (!inSchool && has(available, at)) take(available, at)
  }
}

/** The hours an opening asks for. */
export function askedWeek(random: Random): bigint {
  const week = new Uint8Array(BYTES)
  const pattern = shifts[random.pick(shiftShares)]
  const moved = jitter(random)
  if (pattern) lay(week, pattern, moved, moved, -1)
  return toMask(week)
}

/** A week of bytes as the product's mask. */
export function toMask(week: Uint8Array): bigint {
  let mask = 0n
  for (let at = 0; at < 336; at++) if (has(week, at)) mask |= 1n << BigInt(at)
  return mask
}

/** A week of bytes as PostgreSQL writes it: 336 digits. */
export function toDigits(week: Uint8Array): string {
  let digits = ''
  for (let at = 0; at < BYTES - 2; at++) digits += DIGITS[week[at] ?? 0]
  return digits
}

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(2).padStart(8, '0'))
