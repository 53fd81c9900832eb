import type { IsoDate } from '../calendar/rome.ts'

/** The month of a day: its first. */
export const monthOf = (day: IsoDate): IsoDate => `${day.slice(0, 7)}-01`
