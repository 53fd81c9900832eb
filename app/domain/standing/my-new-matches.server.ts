import type { Tx } from '../shared/with-actor.server.ts'
import { newMatches, type NewMatches, type Whose } from './new-matches.server.ts'
import { caseManager, noticesOf } from './notices.server.ts'

/** Shown on the day's page; whoever wants more opens the opening. */
const SHOWN = 60

/**
 * What is new for a case manager since she last looked, best first.
 * @throws DomainError forbidden for anybody else.
 */
export async function myNewMatches(tx: Tx, whose: Whose): Promise<NewMatches> {
  const { userId, orgId } = caseManager(tx)
  const { seenAt } = await noticesOf(tx, userId)
  return newMatches(tx, { userId, orgId }, { whose, since: seenAt, limit: SHOWN })
}
