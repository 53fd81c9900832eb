import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { auditLog } from '#db/schema/operations.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import type { CompanyId } from '../shared/ids.ts'
import { writeAudits } from '../shared/pending-audits.server.ts'
import { together } from '../shared/together.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { actsOn } from './company-facts.server.ts'
import type { Fact, Subject } from './facts.ts'

const RECORDED = {
  'opening.paused': 'opening_paused',
  'opening.resumed': 'opening_resumed',
  'opening.kept': 'opening_kept',
} as const

/** Facts about a company's posted openings. */
export async function openingFacts(
  tx: Tx,
  companyId: CompanyId,
  related: readonly Subject[],
  at: Date,
): Promise<Fact[]> {
  const rows = await tx
    .select({
      id: openings.id,
      state: openings.state,
      postedAt: openings.postedAt,
      closedAt: openings.closedAt,
    })
    .from(openings)
    .where(and(eq(openings.companyId, companyId), isNotNull(openings.postedAt)))
  const acts = await actsOn(
    tx,
    'opening',
    rows.map(({ id }) => id),
    Object.keys(RECORDED),
  )
  const recorded = acts.map((act): Fact => ({
    id: act.id,
    type: RECORDED[act.action as keyof typeof RECORDED],
    at: act.at,
    subject: { type: 'opening', id: act.subjectId },
    related,
  }))
  const facts = rows.flatMap(({ id, state, postedAt, closedAt }): Fact[] => {
    const own = { subject: { type: 'opening' as const, id }, related }
    const posted: Fact = { id: `posted:${id}`, type: 'opening_posted', at: postedAt ?? at, ...own }
    if (state === 'closed')
      return [posted, { id: `closed:${id}`, type: 'opening_closed', at: closedAt ?? at, ...own }]
    const last = recorded.filter((act) => act.subject.id === id && act.type !== 'opening_kept').at(-1)
    const known = last?.type === 'opening_paused'
    return state === 'paused' && !known
      ? [posted, { id: `paused:${id}`, type: 'opening_paused', at, ...own }]
      : [posted]
  })
  return [...facts, ...recorded]
}

/** Facts about the cards that a company was sent. Each has the contact it went to, who may not be the company's first. */
export async function cardFacts(tx: Tx, companyId: CompanyId, company: Subject, at: Date): Promise<Fact[]> {
  await writeAudits(tx)
  const [rows, withdrawals] = await together([
    tx.select().from(cards).where(eq(cards.companyId, companyId)),
    tx
      .select({ cardId: auditLog.subjectId, at: auditLog.at })
      .from(auditLog)
      .innerJoin(cards, eq(auditLog.subjectId, sql`${cards.id}::text`))
      .where(
        and(
          eq(auditLog.subjectType, 'card'),
          eq(auditLog.action, 'card.withdrawn'),
          eq(cards.companyId, companyId),
        ),
      ),
  ])
  return rows.flatMap((card): Fact[] => {
    const subject: Subject = { type: 'card', id: card.id }
    const contact: Subject = { type: 'contact', id: card.contactId }
    const own = { subject, related: [{ type: 'opening' as const, id: card.openingId }, company, contact] }
    const facts: Fact[] = [{ id: `sent:${card.id}`, type: 'proposal_sent', at: card.sentAt, ...own }]
    if (card.openedAt)
      facts.push({ id: `opened:${card.id}`, type: 'proposal_opened', at: card.openedAt, ...own })
    // The talk and what was decided after it are two facts, each with what follows from it.
    const talkedAt = card.talkedAt ?? (card.answer === 'talk' ? card.answeredAt : null)
    if (talkedAt) {
      const talk = { type: 'proposal_answered', answer: 'talk', at: talkedAt } as const
      facts.push({ id: `talked:${card.id}`, ...talk, ...own })
    }
    if (card.answer && card.answer !== 'talk' && card.answeredAt) {
      const { answer, answeredAt } = card
      facts.push({ id: `answered:${card.id}`, type: 'proposal_answered', answer, at: answeredAt, ...own })
    }
    if (card.state === 'withdrawn') {
      const when = withdrawals.find(({ cardId }) => cardId === card.id)?.at ?? at
      facts.push({ id: `withdrawn:${card.id}`, type: 'proposal_withdrawn', at: when, ...own })
    }
    if (card.state === 'expired')
      facts.push({ id: `expired:${card.id}`, type: 'proposal_expired', at, ...own })
    return facts
  })
}
