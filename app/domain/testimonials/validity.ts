import { addMonths, atLocal, localDate } from '../calendar/rome.ts'

/** For how long a company says yes, in months; `open` until it says otherwise. */
export const validities = ['12', '24', 'open'] as const
export type Validity = (typeof validities)[number]

/** The instant at which a yes given at `at` ends: the evening of its last day. Null where it has no end. */
export const endOf = (validity: Validity, at: Date): Date | null =>
  validity === 'open' ? null : atLocal(addMonths(localDate(at), Number(validity)), '23:59')
