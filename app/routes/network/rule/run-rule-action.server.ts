import {
  changeRule,
  restoreRule,
  ruleAfter,
  ruleToChange,
} from '#app/domain/follow-ups/change-rule.server.ts'
import {
  restoreRuleSchema,
  ruleFormFor,
  textsOf,
  type RuleForm,
} from '#app/domain/follow-ups/rule-form.schema.server.ts'
import type { FollowUpRule } from '#app/domain/follow-ups/rule.ts'
import { previewRule } from '#app/domain/mails/preview-rule.server.ts'
import { dryRunRule } from '#app/domain/network/dry-run-rule.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { answerForm } from '#app/web/answer-form.server.ts'
import { asTyped } from '#app/web/as-typed.server.ts'
import type { ActionCall } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { text } from '#app/web/text.server.ts'
import { dryRunView } from './dry-run-view.server.ts'

/** Saves a rule, shows how its text reads, tries it on last month, or goes back to a former version. */
export async function runRuleAction(call: ActionCall & { tx: Tx }) {
  const { tx, intent, form, url, params } = call
  const rule = ruleToChange(params.key ?? '')
  const page = url.pathname
  if (intent === 'restore') {
    return answerForm({ form, schema: restoreRuleSchema, intent }, async ({ version, to }) => {
      const why = text('rules_restored_why', { version: to })
      await restoreRule(tx, rule.key, { version, to, why })
      return redirectTo(page, { flash: 'rules_restored' })
    })
  }
  if (intent === 'save') {
    return answerForm({ form, schema: ruleFormFor(rule), intent }, async (input) => {
      await changeRule(tx, rule.key, input)
      return redirectTo(page, { flash: 'rules_saved' })
    })
  }
  // What is only looked at needs no reason yet.
  if (!form.get('why')) form.set('why', '–')
  const shown = call.parse(ruleFormFor(rule))
  if (form.get('why') === '–') form.delete('why')
  if (intent === 'preview') return preview(call, rule, shown)
  if (intent === 'try') {
    const after = await ruleAfter(tx, rule.key, shown)
    const tried = dryRunView(await dryRunRule(tx, after))
    return { intent: 'save', result: asTyped(form), tried, preview: null }
  }
  throw new DomainError('invalid', 'relationship_form_unknown')
}

async function preview({ tx, form }: ActionCall & { tx: Tx }, rule: FollowUpRule, shown: RuleForm) {
  if (rule.kind !== 'message') throw new DomainError('invalid', 'relationship_form_unknown')
  const texts = textsOf(shown)
  const found = await previewRule(tx, { template: rule.template, texts, search: shown.company ?? '' })
  return { intent: 'save', result: asTyped(form), preview: found, tried: null }
}
