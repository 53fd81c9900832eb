import { and, asc, count, eq, inArray, or, type SQL } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { contacts } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { CompanyId, FollowUpId, OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { FiledUnder } from './follow-up-subjects.ts'

export type PlannedLine = {
  id: FollowUpId
  companyId: CompanyId
  kind: 'message' | 'task'
  ruleKey: string | null
  template: string
  title: string
  subjectType: FiledUnder
  /** The company's own words for the opening that it is about. */
  openingTitle: string | null
  dueAt: Date
  /** It has been handed to the mail and can't be changed any more. */
  onItsWay: boolean
  worded: boolean
  contact: string | null
  assignee: string | null
}

const MOST = 12

/**
 * What is planned for a company, or about one opening and its cards: messages and tasks, the next ones first. Of a
 * placement nothing is said but that there is one.
 */
export async function plannedOf(
  tx: Tx,
  about: { companyId: CompanyId } | { openingId: OpeningId },
): Promise<{ lines: PlannedLine[]; more: number }> {
  actingStaff(tx, 'follow_up.act')
  const which = and(
    eq(followUps.state, 'planned'),
    'companyId' in about ? eq(followUps.companyId, about.companyId) : ofOpening(tx, about.openingId),
  )
  const rows = await tx
    .select({ row: followUps, contact: contacts.name, assignee: users.name })
    .from(followUps)
    .leftJoin(contacts, eq(contacts.id, followUps.contactId))
    .leftJoin(users, eq(users.id, followUps.assigneeId))
    .where(which)
    .orderBy(asc(followUps.dueAt), followUps.id)
    .limit(MOST)
  const [all] = await tx.select({ total: count() }).from(followUps).where(which)
  const titles = await titlesOf(
    tx,
    rows.map(({ row }) => row.subjectId),
  )
  const lines = rows.map(({ row, contact, assignee }) => ({
    ...{ id: row.id, companyId: row.companyId, kind: row.kind, ruleKey: row.ruleKey },
    ...{ template: row.template, title: row.title, subjectType: row.subjectType, dueAt: row.dueAt },
    openingTitle: titles.get(row.subjectId) ?? null,
    onItsWay: row.releasedAt !== null,
    worded: row.ownTexts !== null,
    ...{ contact, assignee },
  }))
  return { lines, more: (all?.total ?? 0) - lines.length }
}

function ofOpening(tx: Tx, openingId: OpeningId): SQL | undefined {
  const ofIt = tx.select({ id: cards.id }).from(cards).where(eq(cards.openingId, openingId))
  return or(
    and(eq(followUps.subjectType, 'opening'), eq(followUps.subjectId, openingId)),
    and(eq(followUps.subjectType, 'card'), inArray(followUps.subjectId, ofIt)),
  )
}

/** The titles of the openings that some subjects are, or that some cards were sent for. */
async function titlesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const own = await tx
    .select({ id: openings.id, title: openings.title })
    .from(openings)
    .where(inArray(openings.id, ids as OpeningId[]))
  const behind = await tx
    .select({ id: cards.id, title: openings.title })
    .from(cards)
    .innerJoin(openings, eq(openings.id, cards.openingId))
    .where(inArray(cards.id, ids as (typeof cards.$inferSelect)['id'][]))
  return new Map<string, string>([...own, ...behind].map(({ id, title }) => [id, title]))
}
