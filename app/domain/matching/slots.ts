import { HALF_HOURS_A_DAY, type WeekMask } from './week.ts'

export const slots = ['morning', 'afternoon', 'evening', 'night', 'weekend'] as const

/** A part of the week, as coarse as a card may say it. */
export type Slot = (typeof slots)[number]

/** Half-hours of the day each slot of a working day covers; the night runs to 06:00 of the next day. */
const BANDS = {
  morning: { from: 12, to: 26 },
  afternoon: { from: 26, to: 36 },
  evening: { from: 36, to: 44 },
  night: { from: 44, to: 60 },
} as const

const WEEKEND_BAND = { from: 12, to: 44 } as const
const USEFUL_RUN = 6
const USEFUL_WEEKDAYS = 3

/** Whether `mask` has three unbroken hours inside the band of that day. */
function useful(mask: WeekMask, day: number, band: { from: number; to: number }): boolean {
  let run = 0
  for (let at = band.from; at < band.to; at++) {
    run = (mask >> BigInt(day * HALF_HOURS_A_DAY + at)) & 1n ? run + 1 : 0
    if (run === USEFUL_RUN) return true
  }
  return false
}

/**
 * The slots a week can honestly be said to offer, in the order of `slots`. A slot of the working week (morning
 * 06-13, afternoon 13-18, evening 18-22, night 22-06) counts when at least 3 of the days Monday to Friday have 3
 * unbroken hours inside it; a night belongs to the day it begins. The weekend counts when Saturday and Sunday both
 * have 3 unbroken hours between 06 and 22. Less than that stays unsaid: a company would plan on it, and every odd
 * pattern makes a person easier to recognise.
 */
export function slotsOf(mask: WeekMask): Slot[] {
  return slots.filter((slot) => {
    if (slot === 'weekend') return useful(mask, 5, WEEKEND_BAND) && useful(mask, 6, WEEKEND_BAND)
    const days = [0, 1, 2, 3, 4].filter((day) => useful(mask, day, BANDS[slot]))
    return days.length >= USEFUL_WEEKDAYS
  })
}
