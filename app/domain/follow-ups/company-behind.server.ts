import { and, eq, inArray } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { interactions } from '#db/schema/companies.ts'
import { eventInvitations } from '#db/schema/events.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { openingQuestions } from '#db/schema/opening-questions.ts'
import { openings } from '#db/schema/openings.ts'
import { cards, placements } from '#db/schema/proposals.ts'
import { stories, testimonials } from '#db/schema/stories.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type OfCompany = PgTable & { id: PgColumn; companyId: PgColumn }

const tables = {
  card: cards,
  opening: openings,
  opening_question: openingQuestions,
  placement: placements,
  story: stories,
  testimonial: testimonials,
  event_invitation: eventInvitations,
  interaction: interactions,
  follow_up: followUps,
} as const satisfies Record<string, OfCompany>

export type OfCompanyKind = keyof typeof tables

/** The company that something belongs to, or null where that is gone. */
export async function companyBehind(tx: Tx, kind: OfCompanyKind, id: string): Promise<CompanyId | null> {
  const table: OfCompany = tables[kind]
  const [row] = await tx.select({ companyId: table.companyId }).from(table).where(eq(table.id, id))
  return (row?.companyId as CompanyId | undefined) ?? null
}

/** Those of some things of one kind that belong to a company. */
export async function theirsOf(
  tx: Tx,
  companyId: CompanyId,
  kind: OfCompanyKind,
  ids: readonly string[],
): Promise<Set<string>> {
  const table: OfCompany = tables[kind]
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(inArray(table.id, [...ids]), eq(table.companyId, companyId)))
  return new Set(rows.map(({ id }) => id as string))
}
