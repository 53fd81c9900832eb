import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import { blindIndex } from '#app/platform/crypto.server.ts'
import { rateLimits } from '#db/schema/accounts.ts'
import { system } from '../shared/actor.ts'
import { HOUR, MINUTE, SECOND } from '../shared/durations.ts'
import { DomainError } from '../shared/errors.ts'
import { type Tx, withActor } from '../shared/with-actor.server.ts'

/**
 * How many tries in how long: of one account or link by anybody, of one network address at anything, and of passwords
 * and codes by all browsers together that no account knows (`strangers`): far above what the network's people mistype in
 * a quarter of an hour, and far below what guessing needs.
 */
export const limits = {
  password: { tries: 5, per: 15 * MINUTE },
  code: { tries: 5, per: 15 * MINUTE },
  link: { tries: 5, per: 15 * MINUTE },
  sign_up: { tries: 10, per: HOUR },
  address: { tries: 30, per: 15 * MINUTE },
  /** Links to a person's own pages that one case manager makes. */
  visit: { tries: 30, per: HOUR },
  /** Files that one account sends: each is read, scanned and drawn anew. */
  upload: { tries: 60, per: HOUR },
  strangers: { tries: 300, per: 15 * MINUTE },
  lookup: { tries: 120, per: MINUTE },
} as const

export type Try = { limit: keyof typeof limits; of: string }

/** Says when to come back; the web answers 429 with it. */
export class TooManyTries extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super('too_many', 'account_too_many_tries')
  }
}

/** The counter of one limit, for the length of a transaction: its rows are under row security like all others. */
const counter = (tx: Tx, { limit }: Try) =>
  new RateLimiterDrizzle({
    storeClient: tx,
    schema: rateLimits,
    keyPrefix: limit,
    points: limits[limit].tries,
    duration: limits[limit].per / SECOND,
    clearExpiredByTimeout: false,
  })

/** Neither an e-mail nor an address can be read in the table. */
const keyOf = ({ limit, of }: Try): string => blindIndex(`limit:${limit}`, of)

/**
 * Counts a try before it is made, in a transaction of its own: a failure must not take the count back, and a hundred
 * tries at once must not all find room.
 * @throws TooManyTries once one of the counters is full.
 */
export async function spendTries(tries: readonly Try[]): Promise<void> {
  const full = await withActor(system('limits'), async (tx) => {
    let wait: number | null = null
    for (const one of tries) {
      const answer = await counter(tx, one).consume(keyOf(one)).catch(refusalOf)
      if (answer instanceof Refusal) wait = Math.max(wait ?? 0, answer.seconds)
    }
    return wait
  })
  if (full !== null) throw new TooManyTries(full)
}

class Refusal {
  constructor(readonly seconds: number) {}
}

/** The library rejects with what is no error when a counter is full. */
function refusalOf(reason: unknown): Refusal {
  if (reason instanceof RateLimiterRes)
    return new Refusal(Math.max(1, Math.ceil(reason.msBeforeNext / SECOND)))
  throw reason
}

/** Counters that many share: a success gives its one try back, where others start again. */
const shared: readonly Try['limit'][] = ['address', 'strangers']

/** After a success: the account's counter starts again, the shared ones get their one try back. */
export async function forgiveTries(tries: readonly Try[]): Promise<void> {
  await withActor(system('limits'), async (tx) => {
    for (const one of tries) {
      if (shared.includes(one.limit)) await counter(tx, one).reward(keyOf(one))
      else await counter(tx, one).delete(keyOf(one))
    }
  })
}
