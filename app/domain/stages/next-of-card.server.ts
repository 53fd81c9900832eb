import { and, eq, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { authorise } from '../access/authorise.server.ts'
import { meetingReads, opensLeft } from '../disclosure/stage-rules.ts'
import { stageLink } from '../proposals/stage-link.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { notFound } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { groundOf } from './ground.server.ts'

/** The pages that follow from a card, for whoever holds its link: null where there is nothing to read. */
export async function nextOfCard(tx: Tx): Promise<{ meeting: string | null; contract: string | null }> {
  const { actor } = tx
  if (actor.kind !== 'link') notFound()
  const { cardId, contactId, companyId } = actor
  authorise(tx, 'card.answer', { companyId })
  return asOurselves(tx, async () => {
    const [meeting] = await tx
      .select()
      .from(meetings)
      .where(and(eq(meetings.cardId, cardId), isNull(meetings.endedAt)))
    if (!meeting) return { meeting: null, contract: null }
    const [link] = await tx
      .select()
      .from(contractLinks)
      .where(and(eq(contractLinks.cardId, cardId), isNull(contractLinks.endedAt)))
    const ground = await groundOf(tx, meeting)
    const at = now()
    return {
      meeting: meetingReads(meeting, ground, at) ? stageLink('meeting', meeting.id, contactId) : null,
      contract: link && opensLeft(link, ground, at) > 0 ? stageLink('contract', link.id, contactId) : null,
    }
  })
}
