export type Random = {
  /** A number in 0..1, 1 left out. */
  next: () => number
  /** A whole number from 0 up to but not including `below`. */
  int: (below: number) => number
  chance: (share: number) => boolean
  /** An index drawn by cumulative shares (see `shares`). */
  pick: (cumulative: Float64Array) => number
  uuid: () => string
}

/** The same numbers for the same seed (Mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const hex = (digits: number) =>
    Math.floor(next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return {
    next,
    int: (below) => Math.floor(next() * below),
    chance: (share) => next() < share,
    pick: (cumulative) => {
      const wanted = next()
      let low = 0
      let high = cumulative.length - 1
      while (low < high) {
        const middle = (low + high) >> 1
        if ((cumulative[middle] ?? 1) < wanted) low = middle + 1
        else high = middle
      }
      return low
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(8)}${hex(4)}`,
  }
}

/** Cumulative shares of some weights. */
export function shares(weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  return Float64Array.from(weights, (weight) => (sum += weight / total))
}

/** Zipf's weights: the second half as likely as the first, the third a third. */
export const zipf = (count: number, exponent: number): Float64Array =>
  shares(Array.from({ length: count }, (_, at) => 1 / (at + 1) ** exponent))
