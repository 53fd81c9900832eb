import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ruleStates } from '#app/domain/follow-ups/rule-history.server.ts'
import { changedRule, ruleGroups, type RuleGroup } from '#app/domain/follow-ups/rules.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { Table } from '#app/ui/Table.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { formatDate } from '#app/web/format.ts'
import { reasonInWords, ruleName, timingInWords, whoInWords } from '#app/web/rules/rule-words.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.rules_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], async ({ tx }) => {
  const states = await ruleStates(tx)
  const groups = (Object.keys(ruleGroups) as RuleGroup[]).map((group) => ({
    group,
    rules: ruleGroups[group].map((rule) => {
      const state = states.get(rule.key)
      const now = changedRule(rule, state?.change)
      return {
        key: rule.key,
        name: ruleName(rule.key),
        reason: reasonInWords(rule.key),
        when: timingInWords(now),
        who: whoInWords(now),
        enabled: now.enabled,
        changed: state ? { by: state.by, date: formatDate(state.at) } : null,
      }
    }),
  }))
  return { groups }
})

type Line = ReturnType<typeof useLoaderData<typeof loader>>['groups'][number]['rules'][number]

const groupTitles: Record<RuleGroup, () => string> = {
  openings: m.rules_group_openings,
  proposals: m.rules_group_proposals,
  placements: m.rules_group_placements,
  relationship: m.rules_group_relationship,
  events: m.rules_group_events,
}

export default function Rules() {
  const { groups } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <PageHeader
        title={m.rules_title()}
        lead={m.rules_lead()}
        actions={
          <ButtonLink to="/rete/fiducia" variant="secondary">
            {m.trust_weights_title()}
          </ButtonLink>
        }
      />
      {groups.map(({ group, rules }) => (
        <Card key={group} as="section" title={groupTitles[group]()}>
          <Table<Line>
            caption={groupTitles[group]()}
            captionHidden
            rows={rules}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'rule',
                header: m.rules_column_rule(),
                cell: ({ key, name, reason }) => (
                  <div>
                    <Link to={`/rete/regole/${key}`}>{name}</Link>
                    <span className="muted small d-block">{reason}</span>
                  </div>
                ),
              },
              { key: 'when', header: m.rules_column_when(), cell: ({ when }) => when },
              { key: 'who', header: m.rules_column_who(), cell: ({ who }) => who },
              { key: 'state', header: m.rules_column_state(), cell: (rule) => <RuleState rule={rule} /> },
            ]}
          />
        </Card>
      ))}
    </div>
  )
}

function RuleState({ rule: { enabled, changed } }: { rule: Line }) {
  return (
    <div>
      {enabled ? null : <StatusTag tone="warn">{m.rules_state_off()}</StatusTag>}
      {enabled && changed ? <StatusTag tone="info">{m.rules_state_changed()}</StatusTag> : null}
      {enabled && !changed ? <span className="muted">{m.rules_state_default()}</span> : null}
      {changed ? <span className="muted small d-block">{m.rules_state_changed_by(changed)}</span> : null}
    </div>
  )
}
