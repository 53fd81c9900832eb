import type { Role } from '../shared/actor.ts'
import { MINUTE } from '../shared/durations.ts'

/**
 * Whoever verifies companies and opens accounts signs in with what no imitated page can take from her (ASVS 6.3.3): a
 * code can be typed into the wrong page, a passkey answers its own site alone.
 */
export const needsPasskey = (role: Role): boolean => role === 'coordinator' || role === 'admin'

/** Enough for a telephone, a computer and a key of each, and a bound all the same. */
export const MOST_PASSKEYS = 10

export const FRESH_FOR = 10 * MINUTE

/** Whether a second factor given at that time still stands for what takes a fresh one. */
export const isFresh = (factorAt: Date | null, at: Date): boolean =>
  factorAt !== null && at.getTime() - factorAt.getTime() < FRESH_FOR
