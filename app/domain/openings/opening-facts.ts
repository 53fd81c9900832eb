import type { OpeningKind } from '../matching/types.ts'
import type { Offer } from './offers.ts'

/** `weight` counts among the desired skills of one opening; 1 for required ones, where it says nothing. */
export type OpeningSkill = { code: string; need: 'required' | 'desired'; level: number; weight: number }

/** A way to do the hours: all of the mask, or `hoursPerWeek` inside it. The mask is 336 characters '0' or '1'. */
export type OpeningShift = { kind: 'fixed' | 'flexible'; mask: string; hoursPerWeek: number | null }

/** Different hours among which a company leaves the choice; more would be read by nobody. */
export const MOST_SHIFTS = 3

/** An opening as its company described it. A draft may have gaps. */
export type OpeningFacts = {
  kind: OpeningKind | null
  professionCode: string | null
  title: string
  tasks: string
  skills: OpeningSkill[]
  shifts: OpeningShift[]
  hoursPerWeek: number | null
  placeCode: string | null
  licences: string[]
  needsVehicle: boolean
  startFrom: string | null
  startLatest: string | null
  durationMonths: number | null
  places: number
  italianSpoken: number
  italianWritten: number
  payMonthlyCents: number | null
  demands: string[]
  offers: Offer[]
  teaches: string[]
}
