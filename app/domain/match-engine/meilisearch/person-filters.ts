import { HALF_HOURS_A_WEEK, type WeekMask } from '../../matching/week.ts'
import type { CompiledOpening } from '../compile/compile-opening.ts'

/** Kilometres by which distances are told apart; PostgreSQL compares the exact ones afterwards. */
const RINGS = [0, 5, 10, 15, 20, 30, 40, 60, 100, 300]

const list = (numbers: readonly number[]): string => `[${numbers.join(', ')}]`

const halfHours = (mask: WeekMask): number[] =>
  Array.from({ length: HALF_HOURS_A_WEEK }, (_, at) => at).filter((at) => (mask >> BigInt(at)) & 1n)

/** She is free in all half-hours of one of the shifts. Flexible hours are counted by PostgreSQL: nothing is asked. */
function shift({ opening }: CompiledOpening): string[] {
  const busy = opening.childcareProvided ? 'busyWithChildcare' : 'busy'
  const masks = opening.shiftOptions.map((option) => (option.type === 'fixed' ? halfHours(option.mask) : []))
  if (masks.length === 0 || masks.some((asked) => asked.length === 0)) return []
  return [masks.map((asked) => `NOT ${busy} IN ${list(asked)}`).join(' OR ')]
}

/** For each ring, the areas that lie in it and people there who travel at least to its inner edge. */
function commute({ opening, needKm }: CompiledOpening): string[] {
  if (opening.transportProvided || opening.lodgingProvided) return []
  const rings = RINGS.map((from, at) => {
    const to = RINGS[at + 1]
    const areas = needKm.flatMap((km, index) =>
      (at === 0 ? km <= (to ?? 0) : km > from && km <= (to ?? from)) ? [index + 1] : [],
    )
    const least = at === 0 ? 0 : from + 1
    return areas.length > 0 ? `(area IN ${list(areas)} AND maxKm >= ${least})` : null
  }).filter((ring) => ring !== null)
  // An area that has not come is judged by PostgreSQL, as everywhere.
  return [rings.length > 0 ? rings.join(' OR ') : 'area < 0']
}

/** Each bit set is one that she must have. */
const facts = (bits: bigint): string[] =>
  Array.from({ length: 64 }, (_, at) => at).flatMap((at) =>
    (bits >> BigInt(at)) & 1n ? [`facts = ${at}`] : [],
  )

/** Conditions of an opening by what they are about, each to hold. */
const conditions = (compiled: CompiledOpening): string[][] => [
  shift(compiled),
  commute(compiled),
  facts(compiled.needs.licences | compiled.needs.vehicle),
  facts(compiled.needs.language),
  compiled.required.map((code) => `codes = ${code}`),
]

const joined = (groups: readonly string[][]): string =>
  groups
    .flat()
    .map((condition) => `(${condition})`)
    .join(' AND ')

/**
 * Filters that together find everybody whom an opening admits or whom at most one negotiable constraint keeps out, and
 * more: what the index does not know, PostgreSQL judges. One filter for each constraint that is asked for, with that one
 * left out; one alone where nothing is. An empty filter stands for everybody.
 */
export function nearFilters(compiled: CompiledOpening): string[] {
  const groups = conditions(compiled)
  const asked = groups.filter((group) => group.length > 0)
  if (asked.length === 0) return ['']
  return asked.map((lifted) => joined(asked.filter((group) => group !== lifted)))
}

/** A filter that finds everybody whom an opening admits, and more. */
export const admittedFilter = (compiled: CompiledOpening): string => joined(conditions(compiled))
