import { commuteKm } from '../../matching/constraints/commute.ts'
import type { MatchOpening } from '../../matching/types.ts'
import type { Coordinates } from '../../places/distance.ts'
import { bitCount, WEEK_BYTES, WEEK_WORDS } from './words.ts'

/** Workplaces whose distances are kept. */
const MOST_PLACES = 500

/** Ids that were skipped are asked for again this long: their transaction may have been under way. */
const HOLES_LAST = 1_000

/** What a dictionary has seen: its highest id, and those below it that have not come. */
class Seen {
  last: number
  readonly holes = new Set<number>()

  constructor(before: number) {
    this.last = before
  }

  add(id: number): void {
    if (id <= this.last) {
      this.holes.delete(id)
      return
    }
    for (let missed = this.last + 1; missed < id; missed++) this.holes.add(missed)
    this.last = id
    // Rolled back for good: nobody can still be writing them.
    for (const hole of this.holes) {
      if (this.holes.size <= HOLES_LAST) break
      this.holes.delete(hole)
    }
  }
}

/** The distinct weeks, as words in one array: entry `id` begins at `id * WEEK_WORDS`. An id that has not come is empty. */
export class Weeks {
  readonly seen = new Seen(0)
  available = new Uint32Array(1024 * WEEK_WORDS)
  withChildcare = new Uint32Array(1024 * WEEK_WORDS)
  /** Half-hours of each, 0..336. */
  halfHours = new Uint16Array(1024)
  halfHoursWithChildcare = new Uint16Array(1024)
  known = new Uint8Array(1024)

  /** @param bytes 42 of the week, then 42 of the week with childcare. */
  add(id: number, bytes: Uint8Array): void {
    this.makeRoom(id)
    this.halfHours[id] = copyWeek(bytes.subarray(0, WEEK_BYTES), this.available, id)
    this.halfHoursWithChildcare[id] = copyWeek(bytes.subarray(WEEK_BYTES), this.withChildcare, id)
    this.known[id] = 1
    this.seen.add(id)
  }

  private makeRoom(id: number): void {
    if (id < this.known.length) return
    const size = 2 ** Math.ceil(Math.log2(id + 1))
    this.available = grown(this.available, size * WEEK_WORDS)
    this.withChildcare = grown(this.withChildcare, size * WEEK_WORDS)
    this.halfHours = grown(this.halfHours, size)
    this.halfHoursWithChildcare = grown(this.halfHoursWithChildcare, size)
    this.known = grown(this.known, size)
  }
}

type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>

function grown<T extends Numbers>(former: T, size: number): T {
  const next = new (former.constructor as new (size: number) => T)(size)
  next.set(former)
  return next
}

function copyWeek(bytes: Uint8Array, into: Uint32Array, id: number): number {
  new Uint8Array(into.buffer, id * WEEK_WORDS * 4, WEEK_WORDS * 4).set(bytes)
  let count = 0
  for (let at = id * WEEK_WORDS; at < (id + 1) * WEEK_WORDS; at++) count += bitCount(into[at] ?? 0)
  return count
}

/** Everything that the rows of `match_profiles` say by number. It only grows; numbers never change their meaning. */
export class Dictionaries {
  readonly weeks = new Weeks()
  readonly areas: (Coordinates | undefined)[] = []
  readonly areasSeen = new Seen(0)
  readonly codes = new Map<string, number>()
  readonly codesSeen = new Seen(-32_768)

  private readonly kilometres = new Map<string, number[]>()

  /**
   * Kilometres in tenths from each area to a workplace, by area id; NaN for an id that has not come. Workplaces come
   * again and again, so their distances are kept.
   */
  kilometresTo(opening: Pick<MatchOpening, 'place'>): readonly number[] {
    const key = `${opening.place.lat} ${opening.place.lng}`
    const known = this.kilometres.get(key) ?? []
    for (let id = known.length; id <= this.areasSeen.last; id++) {
      const area = this.areas[id]
      known[id] = area ? commuteKm(opening, { area }) : NaN
    }
    if (this.kilometres.size >= MOST_PLACES) this.kilometres.clear()
    this.kilometres.set(key, known)
    return known
  }

  addArea(id: number, position: Coordinates): void {
    this.areas[id] = position
    if (id <= this.areasSeen.last) this.kilometres.clear()
    this.areasSeen.add(id)
  }

  addCode(id: number, code: string): void {
    this.codes.set(code, id)
    this.codesSeen.add(id)
  }
}
