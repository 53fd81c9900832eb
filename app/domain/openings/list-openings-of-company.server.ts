import { and, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { openings } from '#db/schema/openings.ts'
import { authorise } from '../access/authorise.server.ts'
import { localDate } from '../calendar/rome.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { gapsOf } from './gaps.ts'
import { loadFacts } from './load-facts.server.ts'
import type { OwnOpening } from './opening-view.ts'
import type { OpeningState } from './states.ts'

type Asked = { companyId: CompanyId; states: readonly OpeningState[]; page: number; perPage: number }

/** A company's own openings: what is open first, then drafts, pauses and what is closed, each newest first. */
export async function listOpeningsOfCompany(
  tx: Tx,
  { companyId, states, page, perPage }: Asked,
): Promise<{ openings: OwnOpening[]; total: number }> {
  authorise(tx, 'opening.read', { companyId })
  const wanted = and(eq(openings.companyId, companyId), inArray(openings.state, [...states]))
  const [counted] = await tx.select({ total: count() }).from(openings).where(wanted)
  const rows = await tx
    .select()
    .from(openings)
    .where(wanted)
    .orderBy(
      sql`array_position(array['open', 'draft', 'paused', 'closed'], ${openings.state})`,
      desc(openings.createdAt),
      desc(openings.id),
    )
    .limit(perPage)
    .offset((page - 1) * perPage)
  const facts = await loadFacts(tx, rows)
  const today = localDate(now())
  return {
    total: counted?.total ?? 0,
    openings: rows.flatMap((row) => {
      const own = facts.get(row.id)
      if (!own) return []
      return {
        id: row.id,
        title: row.title,
        kind: row.kind,
        professionCode: row.professionCode,
        places: row.places,
        placeCode: row.placeCode,
        startLatest: row.startLatest,
        state: row.state,
        gaps: gapsOf(own, row.stepsDone, today),
        postedAt: row.postedAt?.toISOString() ?? null,
        createdAt: row.createdAt.toISOString(),
      }
    }),
  }
}
