import { desc, eq } from 'drizzle-orm'
import { ruleVersions } from '#db/schema/rules.ts'
import { defaultTexts } from '../messages/default-texts.ts'
import type { MessageTexts } from '../messages/templates.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { FollowUpRule, RuleChange } from './rule.ts'
import { defaultRule, rulesWith } from './rules.ts'
import { changeFrom } from './stored-change.ts'

/** What is changed of each rule today, by its key; rules that stand as they were written are not in it. */
export async function changesInForce(tx: Tx): Promise<Record<string, RuleChange>> {
  const { ruleKey, change, version } = ruleVersions
  const newest = await tx
    .selectDistinctOn([ruleKey], { ruleKey, change })
    .from(ruleVersions)
    .orderBy(ruleKey, desc(version))
  return Object.fromEntries(newest.map((row) => [row.ruleKey, changeFrom(row.change)]))
}

/** The rules by which follow-ups are planned today. */
export const rulesInForce = async (tx: Tx): Promise<FollowUpRule[]> => rulesWith(await changesInForce(tx))

/** The text that the messages of a rule have today, or null where the rule sends none. */
export async function textsInForce(tx: Tx, key: string): Promise<MessageTexts | null> {
  const rule = defaultRule(key)
  if (rule?.kind !== 'message') return null
  const [newest] = await tx
    .select({ change: ruleVersions.change })
    .from(ruleVersions)
    .where(eq(ruleVersions.ruleKey, key))
    .orderBy(desc(ruleVersions.version))
    .limit(1)
  return changeFrom(newest?.change).texts ?? defaultTexts[rule.template]
}
