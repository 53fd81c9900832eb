import { newId, now } from '#app/platform/clock.server.ts'
import { dayActs } from '#db/schema/day.ts'
import { atLocal, localDate } from '../calendar/rome.ts'
import { DomainError } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { caseManager, markMatchesSeen, noticesOf } from '../standing/notices.server.ts'
import type { OneLine } from './settling.ts'

/**
 * Marks the new matches as seen up to the moment at which the page was made, or leaves them for another day. They are of
 * her own people: nobody else takes them.
 * @throws DomainError forbidden for who has no people, invalid for a day that is not later, refused to hand them on.
 */
export async function settleMatches(tx: Tx, { batchId, line, what }: OneLine): Promise<void> {
  const { userId } = caseManager(tx)
  const at = now()
  const { act } = what
  if (act === 'handed_on') throw new DomainError('refused', 'day_matches_stay', 'to')
  if (act === 'postponed' && what.dueOn <= localDate(at)) {
    throw new DomainError('invalid', 'relationship_postpone_not_later', 'dueOn')
  }
  const { seenAt } = await noticesOf(tx, userId)
  if (act !== 'postponed') await markMatchesSeen(tx, new Date(Number(line.id)))
  await tx.insert(dayActs).values({
    ...{ id: newId<string>(), batchId, userId, kind: 'match', subjectId: userId, act },
    ...{ until: act === 'postponed' ? atLocal(what.dueOn, '00:00') : null, after: null },
    ...{ before: { seenAt: seenAt?.toISOString() ?? null }, at },
  })
}
