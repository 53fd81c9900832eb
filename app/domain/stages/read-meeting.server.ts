import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import { meetings } from '#db/schema/stages.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { meetingReads } from '../disclosure/stage-rules.ts'
import { stageTwo, type StageTwo } from '../disclosure/stage-two.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { notFound } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { groundOf } from './ground.server.ts'
import { holdPerson } from './hold-person.server.ts'
import { nameTold } from './names-of.server.ts'

/**
 * A meeting as its company reads it, or null once it is over, called off, or she said no: nothing is left of it then.
 * Each reading is in the audit of her organisation.
 * @throws DomainError not_found for whoever holds no link of that company's card.
 */
export async function readMeeting(tx: Tx, id: string): Promise<StageTwo | null> {
  const { actor } = tx
  if (actor.kind !== 'link') notFound()
  authorise(tx, 'card.answer', { companyId: actor.companyId })
  // Whom they meet is in rows that no company reads: one shape comes out of them.
  return asOurselves(tx, async () => {
    const [row] = await tx
      .select({ meeting: meetings, openingTitle: openings.title, contact: users.name })
      .from(meetings)
      .innerJoin(cards, eq(cards.id, meetings.cardId))
      .innerJoin(openings, eq(openings.id, cards.openingId))
      .innerJoin(users, eq(users.id, meetings.arrangedBy))
      .where(and(eq(meetings.id, id), eq(meetings.cardId, actor.cardId)))
    if (!row) return null
    const { meeting, openingTitle, contact } = row
    await holdPerson(tx, meeting)
    const at = now()
    const [still] = await tx
      .select({ endedAt: meetings.endedAt })
      .from(meetings)
      .where(and(eq(meetings.orgId, meeting.orgId), eq(meetings.id, id)))
    if (!still || !meetingReads({ ...meeting, ...still }, await groundOf(tx, meeting), at)) return null
    const name = await nameTold(tx, meeting)
    if (!name) return null
    if (!meeting.openedAt) {
      await tx
        .update(meetings)
        .set({ openedAt: at })
        .where(and(eq(meetings.orgId, meeting.orgId), eq(meetings.id, id)))
    }
    const { orgId, candidateId, place, startsAt } = meeting
    await audit(tx, {
      ...{ action: 'meeting.read', subjectType: 'candidate', subjectId: candidateId },
      orgId,
    })
    return stageTwo({ openingTitle, name, place, startsAt, contact })
  })
}
