import { DAY } from '../../shared/durations.ts'
import type { IsoDate, MatchOpening } from '../../matching/types.ts'
import { needsOf, type Needs } from '../fact-bits.ts'
import type { Dictionaries } from './dictionaries.ts'
import { judgeWeeks } from './judge-weeks.ts'

/** Days in `match_profiles` count from here, clamped as in migration match_rows. */
const EPOCH = Date.parse('2020-01-01')

export const dayNumber = (day: IsoDate): number =>
  Math.max(-32_767, Math.min(32_767, (Date.parse(day) - EPOCH) / DAY))

/** Farther than anybody can travel. */
const TOO_FAR = 32_767
/** A code nobody has: the column's ids begin above it. */
const NO_CODE = -32_768

/** An opening in the numbers of `match_profiles`: what a scan compares. Nothing of it is about a person. */
export type CompiledOpening = {
  opening: MatchOpening
  today: IsoDate
  needs: Needs
  /** `judgeWeeks`' table and slack. */
  weekTable: Uint8Array
  slack: readonly number[]
  /** Kilometres needed to reach the workplace, by area id from 1; the last stands for areas beyond. */
  needKm: readonly number[]
  /** First day anybody could begin, and the last day allowed, as day numbers. */
  earliest: number
  latest: number
  /** True where the latest start is gone: nobody can be admitted. */
  over: boolean
  payCents: number
  /** Code of each required skill at its level, in the opening's order. */
  required: readonly number[]
}

/** The id of a skill held at a level, one no row has where nobody holds it. */
export const skillId = (dictionaries: Dictionaries, code: string, level: number): number =>
  dictionaries.codes.get(`s:${code}:${level}`) ?? NO_CODE

/** The id of a profession or sector preferred or of a skill of a plan (see `match_codes`). */
export const wordId = (dictionaries: Dictionaries, kind: 'g' | 'p' | 'w', code: string): number =>
  dictionaries.codes.get(`${kind}:${code}`) ?? NO_CODE

function kilometresNeeded(opening: MatchOpening, dictionaries: Dictionaries): number[] {
  const lifted = opening.lodgingProvided || opening.transportProvided
  const needed = dictionaries
    .kilometresTo(opening)
    .map((km) => (Number.isNaN(km) ? TOO_FAR : lifted ? 0 : Math.min(TOO_FAR, Math.ceil(km))))
  return [...needed.slice(1), TOO_FAR]
}

/** An opening compiled against the dictionaries: the pure rules applied to each distinct week and area. */
export function compileOpening(
  opening: MatchOpening,
  dictionaries: Dictionaries,
  today: IsoDate,
): CompiledOpening {
  const { table, slack } = judgeWeeks(opening, dictionaries.weeks)
  const first = opening.startFrom > today ? opening.startFrom : today
  return {
    opening,
    today,
    needs: needsOf(opening),
    weekTable: table,
    slack,
    needKm: kilometresNeeded(opening, dictionaries),
    earliest: dayNumber(first),
    latest: dayNumber(opening.startLatest),
    over: today > opening.startLatest,
    payCents: opening.payMonthlyCents ?? 0,
    required: opening.requiredSkills.map(({ code, level }) => skillId(dictionaries, code, level)),
  }
}
