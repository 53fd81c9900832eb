import { and, asc, count, eq, inArray, isNull, ne } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import { nextTouches, type NextTouch } from '../companies/next-touches.server.ts'
import { ownedBy, type Owned } from '../ownership/owned-by.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { CandidateId, CompanyId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { TrustStage } from '../trust/stages.ts'
import { giverOf, type Giver } from './giver.server.ts'
import { receivers, type Receiver } from './receivers.server.ts'

export type CompanyToHandOver = {
  id: CompanyId
  version: number
  name: string
  stage: TrustStage
  lastContactAt: Date | null
  next: NextTouch | null
  /** What was promised: steps noted by hand that are still open. */
  promises: string[]
  /** Openings that wait for somebody, and cards that wait for an answer. */
  openings: number
  cards: number
}

export type HandoverSummary = {
  giver: Giver
  owned: Owned
  companies: CompanyToHandOver[]
  /** By code; nobody for an administrator, who hands them over unseen. */
  people: { id: CandidateId; code: string }[]
  receivers: Receiver[]
}

/** All that depends on somebody, company by company, before it goes to others. */
export async function handoverSummary(tx: Tx, userId: UserId): Promise<HandoverSummary> {
  const giver = await giverOf(tx, userId)
  const blind = tx.actor.kind === 'staff' && tx.actor.role === 'admin'
  const owned = blind ? await asOurselves(tx, () => ownedBy(tx, userId)) : await ownedBy(tx, userId)
  return {
    ...{ giver, owned },
    companies: await companiesOf(tx, userId),
    people: await peopleOf(tx, giver),
    receivers: await receivers(tx, giver),
  }
}

async function companiesOf(tx: Tx, userId: UserId): Promise<CompanyToHandOver[]> {
  const led = await tx
    .select()
    .from(companies)
    .where(eq(companies.leadUserId, userId))
    .orderBy(asc(companies.name), asc(companies.id))
  const ids = led.map(({ id }) => id)
  if (ids.length === 0) return []
  const next = await nextTouches(tx, ids)
  const byHand = await tx
    .select({ companyId: followUps.companyId, title: followUps.title })
    .from(followUps)
    .where(
      and(
        inArray(followUps.companyId, ids),
        eq(followUps.kind, 'task'),
        eq(followUps.state, 'planned'),
        isNull(followUps.ruleKey),
      ),
    )
    .orderBy(asc(followUps.dueAt))
  const open = await tx
    .select({ companyId: openings.companyId, count: count() })
    .from(openings)
    .where(and(inArray(openings.companyId, ids), eq(openings.state, 'open')))
    .groupBy(openings.companyId)
  const waiting = await tx
    .select({ companyId: cards.companyId, count: count() })
    .from(cards)
    .where(and(inArray(cards.companyId, ids), eq(cards.state, 'sent')))
    .groupBy(cards.companyId)
  const countOf = (rows: readonly { companyId: CompanyId; count: number }[], id: CompanyId) =>
    rows.find(({ companyId }) => companyId === id)?.count ?? 0
  return led.map(({ id, version, name, stage, lastContactAt }) => ({
    ...{ id, version, name, lastContactAt, stage: stage as TrustStage },
    next: next.get(id) ?? null,
    promises: byHand.filter(({ companyId }) => companyId === id).map(({ title }) => title),
    openings: countOf(open, id),
    cards: countOf(waiting, id),
  }))
}

/** Row security answers: the case managers of the giver's own organisation see them, nobody else. */
async function peopleOf(tx: Tx, { userId, orgId }: Giver) {
  return tx
    .select({ id: candidates.id, code: candidates.code })
    .from(candidates)
    .where(
      and(eq(candidates.orgId, orgId), eq(candidates.caseManagerId, userId), ne(candidates.state, 'closed')),
    )
    .orderBy(asc(candidates.code))
}
