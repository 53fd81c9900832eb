import type { MatchOpening, MatchProfile } from '../types.ts'
import type { VerdictOf } from './verdict.ts'

type PayFacts = { payCents: number | null; minPayCents: number }

export type PayVerdict = VerdictOf<'pay', PayFacts, PayFacts>

/**
 * Met when the month's pay or indemnity reaches the least she can live on. Pay that is not stated counts as
 * nothing: it satisfies only a person without a minimum.
 */
export function pay(opening: MatchOpening, profile: MatchProfile): PayVerdict {
  const payCents = opening.payMonthlyCents
  const { minPayCents } = profile
  return { constraint: 'pay', met: (payCents ?? 0) >= minPayCents, facts: { payCents, minPayCents } }
}
