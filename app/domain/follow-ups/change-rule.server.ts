import { eq, max, sql } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { ruleVersions } from '#db/schema/rules.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { defaultTexts } from '../messages/default-texts.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { BEFORE_ALL } from './companies-to-plan.server.ts'
import { loopOf } from './loops.ts'
import type { FollowUpRule, RuleChange } from './rule.ts'
import { changeOf, type RuleForm } from './rule-form.schema.server.ts'
import { changedRule, defaultRule } from './rules.ts'
import { changesInForce, rulesInForce } from './rules-in-force.server.ts'
import { changeBeside, changeFrom } from './stored-change.ts'

/** @throws DomainError not_found for a key that no rule has. */
export const ruleToChange = (key: string): FollowUpRule => defaultRule(key) ?? notFound()

/**
 * Changes a rule of the follow-ups, as a new version: what is planned follows it at once, what has left stays as it left.
 * @throws DomainError stale when a colleague has changed it since the form was made, refused for a loop of rules.
 */
export async function changeRule(tx: Tx, key: string, form: RuleForm): Promise<void> {
  authorise(tx, 'trust.configure')
  const rule = ruleToChange(key)
  await keepVersion(tx, rule, { seen: form.version, wanted: changeOf(rule, form), why: form.why })
}

/** What the rule would be after the form, without changing it: refused where the form itself would be. */
export async function ruleAfter(tx: Tx, key: string, form: RuleForm): Promise<FollowUpRule> {
  authorise(tx, 'trust.configure')
  const rule = ruleToChange(key)
  const wanted = changedRule(rule, changeOf(rule, form))
  await refuseLoop(tx, wanted)
  return wanted
}

/**
 * Makes a former version, or with 0 the default, the one in force: as a new version, so that nothing is forgotten.
 * @throws DomainError stale, and not_found for a version that the rule never had.
 */
export async function restoreRule(
  tx: Tx,
  key: string,
  { version, to, why }: { version: number; to: number; why: string },
): Promise<void> {
  authorise(tx, 'trust.configure')
  const rule = ruleToChange(key)
  const rows = await tx.select().from(ruleVersions).where(eq(ruleVersions.ruleKey, key))
  const former = rows.find((row) => row.version === to)
  if (to !== 0 && !former) notFound()
  const { since: _, ...wanted } = changeFrom(former?.change)
  await keepVersion(tx, rule, { seen: version, wanted: { enabled: rule.enabled, ...wanted }, why })
}

type Wanted = { seen: number; wanted: RuleChange; why: string }

async function keepVersion(tx: Tx, rule: FollowUpRule, { seen, wanted, why }: Wanted): Promise<void> {
  // One change of the rules at a time: two that are harmless each could make a loop together.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('follow-up rules'))`)
  const { ruleKey, version } = ruleVersions
  const [newest] = await tx
    .select({ version: max(version) })
    .from(ruleVersions)
    .where(eq(ruleKey, rule.key))
  if ((newest?.version ?? 0) !== seen) throw new DomainError('stale', 'rules_changed_meanwhile')
  await refuseLoop(tx, changedRule(rule, wanted))
  const former = (await changesInForce(tx))[rule.key] ?? {}
  const since = sinceOf(rule, former, wanted)
  const texts = rule.kind === 'message' ? defaultTexts[rule.template] : null
  const { userId: changedBy } = coordinator(tx)
  const [written] = await tx
    .insert(ruleVersions)
    .values({
      ...{ id: newId<string>(), ruleKey: rule.key, version: seen + 1, why, changedBy, changedAt: now() },
      change: JSON.parse(JSON.stringify(changeBeside(rule, { ...wanted, since }, texts))) as Record<
        string,
        unknown
      >,
    })
    .onConflictDoNothing()
    .returning({ id: ruleVersions.id })
  if (!written) throw new DomainError('stale', 'rules_changed_meanwhile')
  await audit(tx, { action: 'follow_up_rule.changed', subjectType: 'rule_version', subjectId: written.id })
  await emit(tx, 'rules.changed', { afterCompanyId: BEFORE_ALL })
}

/** A rule that is switched on again begins then: what came due while it was off is past. */
function sinceOf(rule: FollowUpRule, former: RuleChange, wanted: RuleChange): Date | undefined {
  const wasOn = former.enabled ?? rule.enabled
  return wanted.enabled === true && !wasOn ? now() : former.since
}

async function refuseLoop(tx: Tx, changed: FollowUpRule): Promise<void> {
  const rules = (await rulesInForce(tx)).map((rule) => (rule.key === changed.key ? changed : rule))
  if (loopOf(rules, changed.key)) throw new DomainError('refused', 'rules_loop', 'amount')
}

function coordinator({ actor }: Tx) {
  if (actor.kind !== 'staff') throw new DomainError('forbidden', 'forbidden')
  return actor
}
