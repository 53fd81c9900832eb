import type { TestimonialState } from '../stories/states.ts'
import { usesOf, type TestimonialScope, type UseKind } from './scopes.ts'

/** Why the voice of a company may not be used so; `testimonials_use_<fault>` says it in words. */
export type UseFault = 'not_agreed' | 'withdrawn' | 'before_agreed' | 'expired' | 'outside_scope'

type Agreed = {
  state: TestimonialState
  scope: TestimonialScope
  answeredAt: Date | null
  validUntil: Date | null
}

/**
 * What stands against a use at `at`, or null. A use of a day on which the yes held may be noted after its end; after a
 * withdrawal nothing is noted any more, because the company asked that its name be used no longer.
 */
export function useFault(
  { state, scope, answeredAt, validUntil }: Agreed,
  { kind, at }: { kind: UseKind; at: Date },
): UseFault | null {
  if (state === 'withdrawn') return 'withdrawn'
  if (state !== 'accepted' || answeredAt === null) return 'not_agreed'
  if (+at < +answeredAt) return 'before_agreed'
  if (validUntil !== null && +at > +validUntil) return 'expired'
  return usesOf(scope).includes(kind) ? null : 'outside_scope'
}
