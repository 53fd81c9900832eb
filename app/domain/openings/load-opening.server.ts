import { and, eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { authorise } from '../access/authorise.server.ts'
import { localDate } from '../calendar/rome.ts'
import { now } from '#app/platform/clock.server.ts'
import { notFound } from '../shared/errors.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { gapsOf } from './gaps.ts'
import { loadFacts } from './load-facts.server.ts'
import type { OpeningView } from './opening-view.ts'

/** One opening, for its company and for the network's people. @throws DomainError not_found for anybody else. */
export async function loadOpening(tx: Tx, openingId: OpeningId): Promise<OpeningView> {
  const { actor } = tx
  const own = actor.kind === 'hr' ? eq(openings.companyId, actor.companyId) : undefined
  const [found] = await tx
    .select({
      row: openings,
      name: companies.name,
      sector: companies.sector,
      verification: companies.verification,
    })
    .from(openings)
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(and(eq(openings.id, openingId), own))
  if (!found) notFound()
  const { row } = found
  authorise(tx, 'opening.read', { companyId: row.companyId })
  const facts = (await loadFacts(tx, [row])).get(row.id) ?? notFound()
  return {
    ...facts,
    id: row.id,
    companyId: row.companyId,
    companyName: found.name,
    companyVerification: found.verification,
    sector: found.sector,
    state: row.state,
    stepsDone: row.stepsDone,
    version: row.version,
    gaps: gapsOf(facts, row.stepsDone, localDate(now())),
    createdAt: row.createdAt.toISOString(),
    postedAt: row.postedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    closeReason: row.closeReason,
  }
}
