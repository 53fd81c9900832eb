import { and, desc, eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { candidateRequests } from '#db/schema/visits.ts'
import { audit } from '../audit/record.server.ts'
import { addMonths, localDate } from '../calendar/rome.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { herself } from './herself.server.ts'

export type RequestKind = (typeof candidateRequests.$inferSelect)['kind']
export type OwnRequest = Pick<
  typeof candidateRequests.$inferSelect,
  'kind' | 'state' | 'askedAt' | 'dueOn' | 'settledAt'
>

/** GDPR art. 12.3: without undue delay, and within a month of the request. */
const MONTHS_TO_ANSWER = 1

const hers = (tx: Tx, kind?: RequestKind) => {
  const { orgId, candidateId } = herself(tx)
  return and(
    eq(candidateRequests.orgId, orgId),
    eq(candidateRequests.candidateId, candidateId),
    kind && and(eq(candidateRequests.kind, kind), eq(candidateRequests.state, 'open')),
  )
}

/** What she has asked of her data, the newest of each kind. */
export async function ownRequests(tx: Tx): Promise<OwnRequest[]> {
  const rows = await tx
    .select()
    .from(candidateRequests)
    .where(hers(tx))
    .orderBy(desc(candidateRequests.askedAt))
  return rows.filter(({ kind }, at) => rows.findIndex((row) => row.kind === kind) === at)
}

/** She asks for her data or for their erasure: a task in her case manager's day. Asking twice is asking once. */
export async function askOfData(tx: Tx, kind: RequestKind): Promise<void> {
  const { orgId, candidateId } = herself(tx)
  const at = now()
  const asked = await tx
    .insert(candidateRequests)
    .values({
      ...{ orgId, id: newId<string>(), candidateId, kind, askedAt: at },
      dueOn: addMonths(localDate(at), MONTHS_TO_ANSWER),
    })
    .onConflictDoNothing()
    .returning({ id: candidateRequests.id })
  if (asked.length === 0) return
  await audit(tx, { action: `data.${kind}_asked`, subjectType: 'candidate', subjectId: candidateId })
}

/** She takes a request back that nobody has answered yet. */
export async function takeBackRequest(tx: Tx, kind: RequestKind): Promise<void> {
  const { candidateId } = herself(tx)
  const taken = await tx
    .update(candidateRequests)
    .set({ state: 'taken_back', settledAt: now() })
    .where(hers(tx, kind))
    .returning({ id: candidateRequests.id })
  if (taken.length === 0) return
  await audit(tx, { action: `data.${kind}_taken_back`, subjectType: 'candidate', subjectId: candidateId })
}
