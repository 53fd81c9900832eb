import { openingKinds, type MatchOpening } from '../matching/types.ts'
import type { CefrLevel } from '../taxonomy/cefr.ts'
import { demandCodes } from '../taxonomy/demands.ts'
import { licenceCategories } from '../taxonomy/licences.ts'

/**
 * How a person's yes-or-no facts lie in one 64-bit number, lowest bit first: 15 licence categories with all they cover,
 * vehicle, Italian spoken at A1 or above up to C2, written likewise, 4 aims, 8 demands she can meet, whether she has
 * named sectors, whether professions. Everything is set when it helps, so that an opening's needs are met when its bits
 * are all there. Migration match_rows writes the same layout; a contract test compares the two.
 */
const VEHICLE_AT = licenceCategories.length
const SPOKEN_AT = VEHICLE_AT + 1
const WRITTEN_AT = SPOKEN_AT + 6
const AIMS_AT = WRITTEN_AT + 6
const DEMANDS_AT = AIMS_AT + openingKinds.length
const SECTORS_AT = DEMANDS_AT + demandCodes.length

const bit = (at: number): bigint => 1n << BigInt(at)
const level = (at: number, asked: CefrLevel): bigint => (asked === 0 ? 0n : bit(at + asked - 1))
const bitsOf = <T>(all: readonly T[], some: readonly T[], from: number): bigint =>
  some.reduce((bits, one) => bits | bit(from + all.indexOf(one)), 0n)

export const STATES_SECTORS = bit(SECTORS_AT)
export const STATES_PROFESSIONS = bit(SECTORS_AT + 1)
export const VEHICLE = bit(VEHICLE_AT)

/** What an opening asks for, as bits that must all be there, apart for each constraint. */
export type Needs = { licences: bigint; vehicle: bigint; language: bigint; aim: bigint; demands: bigint }

/** The bits that an opening asks for. */
export const needsOf = (
  opening: Pick<
    MatchOpening,
    'licences' | 'needsVehicle' | 'italianSpoken' | 'italianWritten' | 'kind' | 'demands'
  >,
): Needs => ({
  licences: bitsOf(licenceCategories, opening.licences, 0),
  vehicle: opening.needsVehicle ? VEHICLE : 0n,
  language: level(SPOKEN_AT, opening.italianSpoken) | level(WRITTEN_AT, opening.italianWritten),
  aim: bitsOf(openingKinds, [opening.kind], AIMS_AT),
  demands: bitsOf(demandCodes, opening.demands, DEMANDS_AT),
})
