import { sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { answerUntil, eraseAfter } from './lengths.ts'
import { quietPeople, type QuietPerson } from './quiet-people.server.ts'

const AT_ONCE = 100

/** Those of whom nothing was heard for two years, and about whom somebody was asked in time. */
export async function peopleToErase(tx: Tx): Promise<QuietPerson[]> {
  const people = await quietPeople(tx, eraseAfter(now()), sql`true`, AT_ONCE)
  return people.filter(({ askedAt }) => askedAt !== null && askedAt < answerUntil(now()))
}
