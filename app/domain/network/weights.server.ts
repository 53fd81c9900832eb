import { eq } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { trustWeights } from '#db/schema/trust.ts'
import { authorise } from '../access/authorise.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { defaultKinds, trustKinds, type KindRule, type TrustKind } from '../trust/event-kinds.ts'
import { trustKindsInForce } from '../trust/trust-history.server.ts'

export type WeightState = {
  kind: TrustKind
  inForce: KindRule
  usual: KindRule
  /** Who changed it last, unless the default counts. */
  changed: { by: string; at: Date } | null
}

/** What every kind of event counts for, beside its default, for whoever may change it. */
export async function weights(tx: Tx): Promise<WeightState[]> {
  authorise(tx, 'trust.configure')
  const inForce = await trustKindsInForce(tx)
  const rows = await tx
    .select({ kind: trustWeights.kind, at: trustWeights.changedAt, by: users.name })
    .from(trustWeights)
    .leftJoin(users, eq(users.id, trustWeights.changedBy))
  const changed = new Map(rows.map(({ kind, at, by }) => [kind, { at, by: by ?? '–' }]))
  return trustKinds.map((kind) => ({
    kind,
    inForce: inForce[kind],
    usual: defaultKinds[kind],
    changed: changed.get(kind) ?? null,
  }))
}
