import { and, eq, lte, notExists, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { placements } from '#db/schema/proposals.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { atLocal, localDate } from '../calendar/rome.ts'
import { OPENS_AT } from '../calendar/working-calendar.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { moveStageByFact } from '../trust/move-stage.server.ts'
import { recordTrustEvent } from '../trust/record-trust-event.server.ts'

type Begun = Pick<typeof placements.$inferSelect, 'id' | 'companyId' | 'kind' | 'startsOn'>

/** A placement that has begun counts for its company: in its trust, and as a host or as an employer. */
export async function countPlacement(tx: Tx, { id, companyId, kind, startsOn }: Begun): Promise<void> {
  await recordTrustEvent(tx, {
    ...{ companyId, kind: 'placement_begun', causeType: 'placement', causeId: id },
    occurredAt: atLocal(startsOn, OPENS_AT),
  })
  await moveStageByFact(tx, companyId, kind === 'job' ? 'hired' : 'placement_began')
}

/** Counts the placements of a company whose first day has come since they were agreed. For our own processes, every day. */
export async function countBegunPlacements(tx: Tx, companyId: CompanyId): Promise<void> {
  const counted = tx
    .select({ one: sql`1` })
    .from(trustEvents)
    .where(and(eq(trustEvents.kind, 'placement_begun'), eq(trustEvents.causeId, placements.id)))
  const begun = await tx
    .select({
      id: placements.id,
      companyId: placements.companyId,
      kind: placements.kind,
      startsOn: placements.startsOn,
    })
    .from(placements)
    .where(
      and(
        eq(placements.companyId, companyId),
        lte(placements.startsOn, localDate(now())),
        notExists(counted),
      ),
    )
    .orderBy(placements.startsOn)
    .for('update', { of: placements })
  for (const placement of begun) await countPlacement(tx, placement)
}
