import { and, desc, eq, gte, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { cards, placements, proposals } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import { personProposed, placementThatCame } from '../proposals/proposal-joins.server.ts'
import { WEEK } from '../shared/durations.ts'
import { notFound } from '../shared/errors.ts'
import type { CardId, CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type RecentAnswer = {
  cardId: CardId
  code: string
  company: { id: CompanyId; name: string }
  openingTitle: string
  answer: 'interested' | 'not_now' | 'talk'
  notNowReason: string | null
  answeredAt: Date
}

const MOST = 10

/** What companies answered in the last two weeks to the cards that I sent and that have led to no placement yet. */
export async function myRecentAnswers(tx: Tx): Promise<RecentAnswer[]> {
  const { actor } = tx
  if (actor.kind !== 'staff') notFound()
  authorise(tx, 'candidate.propose', { orgId: actor.orgId })
  const rows = await tx
    .select({
      cardId: cards.id,
      code: candidates.code,
      companyId: companies.id,
      companyName: companies.name,
      openingTitle: openings.title,
      answer: cards.answer,
      notNowReason: cards.notNowReason,
      answeredAt: cards.answeredAt,
    })
    .from(proposals)
    .innerJoin(cards, eq(cards.id, proposals.cardId))
    .innerJoin(openings, eq(openings.id, proposals.openingId))
    .innerJoin(companies, eq(companies.id, proposals.companyId))
    .innerJoin(candidates, personProposed)
    .leftJoin(placements, placementThatCame)
    .where(
      and(
        eq(proposals.orgId, actor.orgId),
        eq(proposals.proposedBy, actor.userId),
        eq(cards.state, 'answered'),
        gte(cards.answeredAt, new Date(+now() - 2 * WEEK)),
        isNull(placements.id),
      ),
    )
    .orderBy(desc(cards.answeredAt))
    .limit(MOST)
  return rows.flatMap(({ companyId, companyName, answer, answeredAt, ...row }) =>
    answer && answeredAt
      ? [{ ...row, company: { id: companyId, name: companyName }, answer, answeredAt }]
      : [],
  )
}
