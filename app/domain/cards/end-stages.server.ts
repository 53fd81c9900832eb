import { and, inArray, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contractLinks, meetings, type StageEnd } from '#db/schema/stages.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type Ended = { cardIds: readonly CardId[]; why: StageEnd; only?: 'meeting' | 'contract' | undefined }

/**
 * Ends what stands of stages 2 and 3 of some cards: from the commit on their companies read nothing of it, and what was
 * asked of her for a contract alone is gone. A company that waits for a meeting is told that there is none, unless it is
 * told of another one or, after a restore, nobody knows what it was told last. Doing it twice changes nothing.
 */
export async function endStages(tx: Tx, { cardIds, why, only }: Ended): Promise<void> {
  if (cardIds.length === 0) return
  const at = now()
  const end = { endedAt: at, endedWhy: why }
  const met =
    only === 'contract'
      ? []
      : await asOurselves(tx, () =>
          tx
            .update(meetings)
            .set({ ...end, nameTold: null })
            .where(and(inArray(meetings.cardId, [...cardIds]), isNull(meetings.endedAt)))
            .returning(),
        )
  const linked =
    only === 'meeting'
      ? []
      : await asOurselves(tx, () =>
          tx
            .update(contractLinks)
            .set({ ...end, taxCode: null, address: null })
            .where(and(inArray(contractLinks.cardId, [...cardIds]), isNull(contractLinks.endedAt)))
            .returning(),
        )
  for (const { orgId, candidateId } of linked) {
    await audit(tx, { ...about(candidateId), action: 'contract.ended', orgId })
  }
  for (const { orgId, candidateId, cardId, startsAt } of met) {
    await audit(tx, { ...about(candidateId), action: 'meeting.ended', orgId })
    if (startsAt > at && !untold.includes(why)) await emit(tx, 'meeting.called_off', { cardId })
  }
}

const untold: readonly StageEnd[] = ['replaced', 'restored']
const about = (subjectId: string) => ({ subjectType: 'candidate', subjectId })
