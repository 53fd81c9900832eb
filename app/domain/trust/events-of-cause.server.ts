import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { audit } from '../audit/record.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { keepScore } from './keep-score.server.ts'

/** What some events of a company are about: one placement, say, or everything that is an incident; `id` for one event alone. */
export type Cause = { companyId: CompanyId; causeTypes: readonly string[]; causeId?: string; id?: string }

const standing = ({ companyId, causeTypes, causeId, id }: Cause) =>
  and(
    eq(trustEvents.companyId, companyId),
    inArray(trustEvents.causeType, [...causeTypes]),
    causeId ? eq(trustEvents.causeId, causeId) : undefined,
    id ? eq(trustEvents.id, id) : undefined,
    isNull(trustEvents.withdrawnAt),
  )

/** The events of a cause that nobody has withdrawn, the latest first. */
export const eventsOfCause = (tx: Tx, cause: Cause) =>
  tx
    .select({
      id: trustEvents.id,
      kind: trustEvents.kind,
      causeType: trustEvents.causeType,
      occurredAt: trustEvents.occurredAt,
    })
    .from(trustEvents)
    .where(standing(cause))
    .orderBy(desc(trustEvents.occurredAt))

/**
 * Withdraws what was recorded by mistake: it leaves no trace in the score, on no day. For commands that have authorised their
 * actor.
 * @returns how many events it was.
 */
export async function withdrawEvents(tx: Tx, cause: Cause): Promise<number> {
  const withdrawn = await tx
    .update(trustEvents)
    .set({ withdrawnAt: now() })
    .where(standing(cause))
    .returning({ id: trustEvents.id })
  if (withdrawn.length === 0) return 0
  await audit(tx, {
    action: 'trust.event_withdrawn',
    subjectType: 'company',
    subjectId: cause.companyId,
  })
  await keepScore(tx, cause.companyId)
  return withdrawn.length
}
