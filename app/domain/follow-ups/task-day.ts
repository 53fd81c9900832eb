import { atLocal, type IsoDate } from '../calendar/rome.ts'

/** What a person gives herself for a day is due when its working hours end: until then it is not late. */
const END_OF_DAY = '18:00'

/** The instant at which a task set by hand for `day` is due. */
export const byHand = (day: IsoDate): Date => atLocal(day, END_OF_DAY)
