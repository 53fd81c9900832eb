/** Numbers that look random and are the same every time, so that everybody walks the same demo network. */
export type Random = {
  /** In 0..1, without 1. */
  next: () => number
  /** A whole number from `least` to `most`, both included. */
  int: (least: number, most: number) => number
  chance: (probability: number) => boolean
  pick: <T>(from: readonly T[]) => T
  /** One of the choices, as often as its weight says. */
  weighted: <T>(choices: readonly (readonly [choice: T, weight: number])[]) => T
  /** The same things in another order. */
  shuffle: <T>(list: readonly T[]) => T[]
  /** Some of the list, each once, in another order. */
  some: <T>(list: readonly T[], count: number) => T[]
  uuid: <T extends string>() => T
  /** A stream of its own for one part of the network: drawing more in one part leaves the others as they are. */
  branch: (name: string) => Random
}

/** FNV-1a on 32 bits: turns the name of a stream into where it begins. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for a few thousand rows. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The stream that begins at `seed`. */
export function seededRandom(seed: string): Random {
  const next = mulberry32(hashOf(seed))
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))

  function pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new RangeError('nothing to pick from')
    return from[int(0, from.length - 1)] as T
  }

  function weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T {
    let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [choice, weight] of choices) {
      left -= weight
      if (left < 0) return choice
    }
    return pick(choices)[0]
  }

  function shuffle<T>(list: readonly T[]): T[] {
    const shuffled = [...list]
    for (let at = shuffled.length - 1; at > 0; at--) {
      const other = int(0, at)
      ;[shuffled[at], shuffled[other]] = [shuffled[other] as T, shuffled[at] as T]
    }
    return shuffled
  }

  function uuid<T extends string>(): T {
    const digits = Array.from({ length: 32 }, () => int(0, 15).toString(16))
    digits[12] = '4'
    digits[16] = int(8, 11).toString(16)
    return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as T
  }

  return {
    next,
    int,
    pick,
    weighted,
    shuffle,
    uuid,
    chance: (probability) => next() < probability,
    some: (list, count) => shuffle(list).slice(0, count),
    branch: (name) => seededRandom(`${seed}/${name}`),
  }
}
