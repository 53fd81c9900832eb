import { and, desc, eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { cards, disclosures, proposals } from '#db/schema/proposals.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { audit } from '../audit/record.server.ts'
import type { CardAttribute } from '../disclosure/card-attributes.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { herself } from './herself.server.ts'

/** What one company learnt of her: when, for what, in which words, and what became of it. */
export type ShownCard = {
  cardId: CardId
  company: string
  opening: string
  at: Date
  fate: 'sent' | 'interested' | 'talk' | 'not_now' | 'withdrawn' | 'expired'
  card: CardAttribute[]
  meetings: ShownMeeting[]
  contracts: ShownContract[]
}

/** Under which of her names a company was to meet her, and whether it has read that. */
type ShownMeeting = Pick<
  typeof meetings.$inferSelect,
  'id' | 'nameShown' | 'startsAt' | 'openedAt' | 'endedAt'
>
/** What a company could read for a contract, how often it did, and until when. */
type ShownContract = Pick<
  typeof contractLinks.$inferSelect,
  'id' | 'fields' | 'sentAt' | 'opens' | 'lastOpenedAt' | 'expiresAt' | 'endedAt'
>

/** Everything that was ever shown of the person who asks, the newest first (GDPR art. 15.1.c: to whom). */
export async function shownOfMe(tx: Tx): Promise<ShownCard[]> {
  const { orgId, candidateId } = herself(tx)
  await audit(tx, { action: 'visit.shown_read', subjectType: 'candidate', subjectId: candidateId })
  // The companies' rows are not hers: their name and the work's is what she has a right to.
  return asOurselves(tx, async () => {
    const sent = await tx
      .select({
        cardId: cards.id,
        company: companies.name,
        opening: openings.title,
        at: proposals.at,
        state: cards.state,
        answer: cards.answer,
      })
      .from(proposals)
      .innerJoin(cards, eq(cards.id, proposals.cardId))
      .innerJoin(openings, eq(openings.id, proposals.openingId))
      .innerJoin(companies, eq(companies.id, proposals.companyId))
      .where(and(eq(proposals.orgId, orgId), eq(proposals.candidateId, candidateId)))
      .orderBy(desc(proposals.at))
    const said = await tx
      .select()
      .from(disclosures)
      .where(and(eq(disclosures.orgId, orgId), eq(disclosures.candidateId, candidateId)))
    const met = await tx
      .select()
      .from(meetings)
      .where(and(eq(meetings.orgId, orgId), eq(meetings.candidateId, candidateId)))
      .orderBy(desc(meetings.arrangedAt))
    const linked = await tx
      .select()
      .from(contractLinks)
      .where(and(eq(contractLinks.orgId, orgId), eq(contractLinks.candidateId, candidateId)))
      .orderBy(desc(contractLinks.sentAt))
    return sent.map(({ state, answer, ...card }) => ({
      ...card,
      meetings: met.filter(({ cardId }) => cardId === card.cardId).map(meetingShown),
      contracts: linked.filter(({ cardId }) => cardId === card.cardId).map(contractShown),
      fate: state === 'answered' ? (answer ?? 'sent') : state,
      card: said
        .filter(({ cardId }) => cardId === card.cardId)
        .map(({ attribute, value }) => ({ attribute, value }) as CardAttribute),
    }))
  })
}

const meetingShown = ({
  id,
  nameShown,
  startsAt,
  openedAt,
  endedAt,
}: typeof meetings.$inferSelect): ShownMeeting => ({ id, nameShown, startsAt, openedAt, endedAt })

const contractShown = (row: typeof contractLinks.$inferSelect): ShownContract => ({
  ...{ id: row.id, fields: row.fields, sentAt: row.sentAt, opens: row.opens },
  ...{ lastOpenedAt: row.lastOpenedAt, expiresAt: row.expiresAt, endedAt: row.endedAt },
})
