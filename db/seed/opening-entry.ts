import { toBits, type WeekMask } from '#app/domain/matching/week.ts'
import type { OpeningKind } from '#app/domain/matching/types.ts'
import type { CloseReason } from '#app/domain/openings/close-reasons.ts'
import type { Offer } from '#app/domain/openings/offers.ts'
import type { OpeningShift } from '#app/domain/openings/opening-facts.ts'
import type { OpeningState } from '#app/domain/openings/states.ts'
import type { CefrLevel } from '#app/domain/taxonomy/cefr.ts'
import type { Demand } from '#app/domain/taxonomy/demands.ts'
import type { LicenceCategory } from '#app/domain/taxonomy/licences.ts'

/** An opening as its company wrote it. Days are counted from today; pay is in euro a month. */
export type OpeningEntry = {
  company: string
  state: OpeningState
  kind: OpeningKind
  title: string
  profession: string
  tasks: string
  /** Levels of the skills that must be there, and of those that would help. */
  required?: Record<string, 1 | 2 | 3>
  desired?: Record<string, 1 | 2 | 3>
  shifts: readonly OpeningShift[]
  hours: number
  italian: readonly [spoken: CefrLevel, written: CefrLevel]
  pay: number | null
  /** Days until the earliest and the latest start; the past where negative. */
  start: readonly [from: number, latest: number]
  months?: number
  places?: number
  licences?: readonly LicenceCategory[]
  needsVehicle?: boolean
  offers?: readonly Offer[]
  demands?: readonly Demand[]
  teaches?: readonly string[]
  /** Where it is not that of the company. */
  place?: string
  postedAgo?: number
  closedAgo?: number
  closeReason?: CloseReason
  /** Steps of the form that a draft has got through. */
  stepsDone?: 1 | 2 | 3 | 4
}

/** All of these hours. */
export const fixed = (mask: WeekMask): OpeningShift => ({
  kind: 'fixed',
  mask: toBits(mask),
  hoursPerWeek: null,
})

/** So many hours, whenever suits both within these. */
export const flexible = (window: WeekMask, hoursPerWeek: number): OpeningShift => ({
  kind: 'flexible',
  mask: toBits(window),
  hoursPerWeek,
})
