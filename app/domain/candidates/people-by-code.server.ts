import { and, asc, eq, like, or } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { can } from '../access/can.ts'
import type { CandidateId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { codeTyped, isCodeTyped } from './code-typed.ts'

export type PersonHit = {
  candidateId: CandidateId
  code: string
  state: (typeof candidates.$inferSelect)['state']
}

/** A plant has 900 numbers, so that all of one are compared. */
const MOST_OF_PLANTS = 2_000

/**
 * People of the actor's own organisation whose code was typed, with one typing error at most. Straight from their table:
 * nothing about a person is in the index. None for whoever is no case manager.
 */
export async function peopleByCode(
  tx: Tx,
  text: string,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<{ people: PersonHit[]; total: number }> {
  const { actor } = tx
  const typed = codeTyped(text)
  if (!typed || actor.kind !== 'staff' || !can(actor, 'candidate.read', actor))
    return { people: [], total: 0 }
  const rows = await tx
    .select({ candidateId: candidates.id, code: candidates.code, state: candidates.state })
    .from(candidates)
    .where(
      and(
        eq(candidates.orgId, actor.orgId),
        or(...typed.plants.map((plant) => like(candidates.code, `${plant}-%`))),
      ),
    )
    .orderBy(asc(candidates.code))
    .limit(MOST_OF_PLANTS)
  const same = rows.filter(({ code }) => isCodeTyped(code, typed) === 'same')
  const found = same.length > 0 ? same : rows.filter(({ code }) => isCodeTyped(code, typed) === 'alike')
  return { people: found.slice(offset, offset + limit), total: found.length }
}
