import { and, eq, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { stageLink } from '../proposals/stage-link.server.ts'
import type { CardId, ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { addresses } from './addresses.server.ts'
import type { Letter, Template } from './letters.ts'
import { stop, type Stop } from './stop.ts'

export const stageTemplates = ['meeting_arranged', 'meeting_called_off', 'contract_sent'] as const
export type StageTemplate = (typeof stageTemplates)[number]

export const isStageTemplate = (template: Template): template is StageTemplate =>
  stageTemplates.some((known) => known === template)

/** A mail about a meeting or a contract: that there is something to read and where. Nobody's name, no day, no place. */
export async function stageLetter(
  tx: Tx,
  template: StageTemplate,
  cardId: CardId,
  contactId: ContactId,
): Promise<Letter | Stop> {
  const [row] = await tx
    .select({ contactId: cards.contactId, openingTitle: openings.title })
    .from(cards)
    .innerJoin(openings, eq(openings.id, cards.openingId))
    .where(eq(cards.id, cardId))
  if (row?.contactId !== contactId) return stop('no_reason')
  const { openingTitle } = row
  const [meeting] = await tx
    .select({ id: meetings.id, startsAt: meetings.startsAt })
    .from(meetings)
    .where(and(eq(meetings.cardId, cardId), isNull(meetings.endedAt)))
  const [contract] = await tx
    .select({ id: contractLinks.id, expiresAt: contractLinks.expiresAt })
    .from(contractLinks)
    .where(and(eq(contractLinks.cardId, cardId), isNull(contractLinks.endedAt)))
  switch (template) {
    case 'meeting_arranged': {
      if (!meeting || meeting.startsAt < now()) return stop('no_reason')
      const link = addresses.signed(stageLink('meeting', meeting.id, contactId))
      return { template, facts: { openingTitle, link } }
    }
    case 'meeting_called_off':
      return meeting ? stop('no_reason') : { template, facts: { openingTitle } }
    case 'contract_sent': {
      if (!contract || contract.expiresAt < now()) return stop('no_reason')
      const link = addresses.signed(stageLink('contract', contract.id, contactId))
      return { template, facts: { openingTitle, link } }
    }
    default:
      return template satisfies never
  }
}
