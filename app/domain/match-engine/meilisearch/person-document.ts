import { HALF_HOURS_A_WEEK } from '../../matching/week.ts'
import type { CandidateId } from '../../shared/ids.ts'

/** What the search server may know of somebody: an opaque id and numbers that mean nothing outside of the database. */
export type PersonDocument = {
  id: CandidateId
  /** Half-hours of the week, 0..335, at which she can't be at work; so with childcare. */
  busy: number[]
  busyWithChildcare: number[]
  /** Which of the bits for licences, vehicle and Italian are set (fact-bits.ts). Her aims and limits stay at home. */
  facts: number[]
  /** Ids of `match_codes`. */
  codes: number[]
  area: number
  maxKm: number
}

/** A row of `match_profiles` with its week; weeks as 336 digits. */
export type IndexedRow = {
  id: CandidateId
  facts: bigint
  codes: number[]
  area: number
  maxKm: number
  available: string
  withChildcare: string
}

/** Licences, vehicle, Italian spoken and written: the first 28 bits. */
const FACTS_SHOWN = 28

const busyIn = (digits: string): number[] =>
  Array.from({ length: HALF_HOURS_A_WEEK }, (_, at) => at).filter((at) => digits[at] !== '1')

/** The document of a row. Permits, pay, dates, aims, limits and exclusions are judged by PostgreSQL alone. */
export const personDocument = ({
  id,
  facts,
  codes,
  area,
  maxKm,
  available,
  withChildcare,
}: IndexedRow): PersonDocument => ({
  ...{ id, codes, area, maxKm },
  busy: busyIn(available),
  busyWithChildcare: busyIn(withChildcare),
  facts: Array.from({ length: FACTS_SHOWN }, (_, at) => at).filter(
    (at) => (facts & (1n << BigInt(at))) !== 0n,
  ),
})
