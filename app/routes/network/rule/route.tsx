import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Card } from '#app/ui/Card.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { DryRun } from './DryRun.tsx'
import { History } from './History.tsx'
import { RuleFacts } from './RuleFacts.tsx'
import { RuleForm } from './RuleForm.tsx'
import { RulePreview } from './RulePreview.tsx'
import { ruleView } from './rule-view.server.ts'
import { runRuleAction } from './run-rule-action.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.rule.name ?? m.rules_title()} · Passaparola` },
]

export const loader = defineLoader(['coordinator'], async ({ tx, params }) => ({
  rule: await ruleView(tx, params.key ?? ''),
}))

export const action = defineAction(['coordinator'], runRuleAction)

/** Whoever is told that a colleague changed the rule sees it as it is now; what she typed stays. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function RulePage() {
  const { rule } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const restoreError = resultFor(answer, 'restore')?.error?.['']?.[0]
  const shown = answer && 'tried' in answer ? answer : null
  // A preview that was refused carries no intent: the form is the same.
  const lastResult = answer && !('intent' in answer) ? answer.result : resultFor(answer, 'save')
  return (
    <div className="stack">
      <Breadcrumbs items={[{ to: '/rete/regole', label: m.rules_title() }, { label: rule.name }]} />
      <PageHeader title={rule.name} lead={rule.facts.reason} />
      {rule.enabled ? null : <Notice tone="warn">{m.rules_state_off()}</Notice>}
      {shown ? (
        <p role="status">
          <a href="#esito">{m.rules_result_below()}</a>
        </p>
      ) : null}
      <div className="row">
        <div className="col-lg-7 stack">
          <Card as="section" title={m.rules_edit()}>
            <RuleForm key={rule.version} rule={rule} lastResult={lastResult} />
          </Card>
          <div id="esito">
            {shown?.tried ? <DryRun run={shown.tried} /> : null}
            {shown?.preview ? <RulePreview preview={shown.preview} /> : null}
          </div>
        </div>
        <div className="col-lg-5 stack">
          <RuleFacts facts={rule.facts} />
          <History rule={rule} error={restoreError} />
        </div>
      </div>
    </div>
  )
}
