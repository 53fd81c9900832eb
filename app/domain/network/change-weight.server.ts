import { eq, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { trustWeights } from '#db/schema/trust.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { BEFORE_ALL } from '../follow-ups/companies-to-plan.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { defaultKinds, trustKinds, type KindRule, type TrustKind } from '../trust/event-kinds.ts'
import { trustKindsInForce } from '../trust/trust-history.server.ts'
import type { WeightForm } from './change-weight.schema.server.ts'

/** @throws DomainError not_found for a word that names no kind of event. */
export const kindToChange = (word: string): TrustKind =>
  trustKinds.find((kind) => kind === word) ?? notFound()

/** What a form was made from: whoever saves numbers must have seen those that they replace. */
export const seenOf = ({ weight, halfLifeDays }: KindRule): string => `${weight}/${halfLifeDays}`

const isSame = (a: KindRule, b: KindRule): boolean => seenOf(a) === seenOf(b)

/**
 * Changes what a kind of event counts for, in the past as well: the kept scores of all companies follow a page at a time.
 * @throws DomainError stale when a colleague has changed it since the form was made.
 */
export async function changeWeight(tx: Tx, kind: TrustKind, { seen, ...rule }: WeightForm): Promise<void> {
  authorise(tx, 'trust.configure')
  const { actor } = tx
  if (actor.kind !== 'staff') throw new DomainError('forbidden', 'forbidden')
  // Two who save at once are told apart: the second one sees what the first one wrote.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('trust weights'))`)
  const inForce = (await trustKindsInForce(tx))[kind]
  if (seenOf(inForce) !== seen) throw new DomainError('stale', 'trust_weights_changed_meanwhile')
  if (isSame(inForce, rule)) return
  if (isSame(defaultKinds[kind], rule)) {
    await tx.delete(trustWeights).where(eq(trustWeights.kind, kind))
  } else {
    const kept = { ...rule, changedBy: actor.userId, changedAt: now() }
    await tx
      .insert(trustWeights)
      .values({ kind, ...kept })
      .onConflictDoUpdate({ target: trustWeights.kind, set: kept })
  }
  await audit(tx, { action: 'trust.weight_changed', subjectType: 'trust_kind', subjectId: kind })
  await emit(tx, 'trust.weights_changed', { afterCompanyId: BEFORE_ALL })
}

/** Makes the default count again. @throws DomainError as `changeWeight`. */
export const resetWeight = (tx: Tx, kind: TrustKind, seen: string): Promise<void> =>
  changeWeight(tx, kind, { seen, ...defaultKinds[kind] })
