import { emit } from '../outbox/emit.server.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Tells whose account it is that a way into it has changed: if it was not she who did it, she is to know. */
export const tellOfFactors = (tx: Tx, userId: UserId): Promise<unknown> =>
  emit(tx, 'account.factors_changed', { userId })
