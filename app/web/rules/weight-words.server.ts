import type { KindRule } from '#app/domain/trust/event-kinds.ts'
import { formatNumber } from '../format.ts'
import { text } from '../text.server.ts'

/** A number with its sign: +4, −12. */
export const signed = (points: number): string =>
  points > 0 ? `+${formatNumber(points)}` : formatNumber(points).replace('-', '−')

/** What a kind of event counts for, and how fast that fades. */
export const weightInWords = ({ weight, halfLifeDays }: KindRule) => ({
  weight: signed(weight),
  halfLife: text('trust_weight_days', { days: halfLifeDays }),
})
