import type { MatchOpening, MatchProfile, OpeningKind } from '../types.ts'
import type { VerdictOf } from './verdict.ts'

type AimFacts = { kind: OpeningKind; aims: OpeningKind[] }

export type AimVerdict = VerdictOf<'aim', AimFacts, AimFacts>

/** Met when the kind of opening is among the aims of her path now; a person without aims fits no opening. */
export function aim(opening: MatchOpening, profile: MatchProfile): AimVerdict {
  const { kind } = opening
  return { constraint: 'aim', met: profile.aims.includes(kind), facts: { kind, aims: [...profile.aims] } }
}
