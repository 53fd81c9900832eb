import { desc, eq } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { ruleVersions } from '#db/schema/rules.ts'
import { authorise } from '../access/authorise.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { ruleToChange } from './change-rule.server.ts'
import type { RuleChange } from './rule.ts'
import { changeFrom } from './stored-change.ts'

export type RuleVersion = { version: number; change: RuleChange; why: string; by: string; at: Date }

/**
 * Every version of a rule, newest first; without any it stands as it is written in code.
 * @throws DomainError not_found for a key that no rule has.
 */
export async function ruleHistory(tx: Tx, key: string): Promise<RuleVersion[]> {
  authorise(tx, 'trust.configure')
  ruleToChange(key)
  const rows = await tx
    .select({ row: ruleVersions, by: users.name })
    .from(ruleVersions)
    .leftJoin(users, eq(users.id, ruleVersions.changedBy))
    .where(eq(ruleVersions.ruleKey, key))
    .orderBy(desc(ruleVersions.version))
  return rows.map(({ row, by }) => ({
    version: row.version,
    change: changeFrom(row.change),
    why: row.why,
    by: by ?? '–',
    at: row.changedAt,
  }))
}

export type RuleState = { change: RuleChange; version: number; by: string; at: Date }

/** What stands of every rule that was ever changed, by its key. */
export async function ruleStates(tx: Tx): Promise<Map<string, RuleState>> {
  authorise(tx, 'trust.configure')
  const rows = await tx
    .selectDistinctOn([ruleVersions.ruleKey], { row: ruleVersions, by: users.name })
    .from(ruleVersions)
    .leftJoin(users, eq(users.id, ruleVersions.changedBy))
    .orderBy(ruleVersions.ruleKey, desc(ruleVersions.version))
  return new Map(
    rows.map(({ row, by }) => [
      row.ruleKey,
      { change: changeFrom(row.change), version: row.version, by: by ?? '–', at: row.changedAt },
    ]),
  )
}
