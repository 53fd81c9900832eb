import type { ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList, type Definition } from '#app/ui/DefinitionList.tsx'
import type { RuleView } from './rule-view.server.ts'

const lines = (items: readonly string[]): ReactNode => (
  <ul className="plain-list">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)

/** How a rule works as it is in force: what it begins with, when, to whom, and what stops it. */
export function RuleFacts({ facts }: { facts: RuleView['facts'] }) {
  const { triggers, answer, needs, stops, when, who } = facts
  const items: Definition[] = [
    { term: m.rules_fact_trigger(), value: lines(triggers) },
    ...(answer ? [{ term: m.rules_fact_answer(), value: answer }] : []),
    { term: m.rules_fact_when(), value: when },
    { term: m.rules_fact_who(), value: who },
    ...(needs.length > 0 ? [{ term: m.rules_fact_needs(), value: lines(needs) }] : []),
    { term: m.rules_fact_stops(), value: lines(stops) },
  ]
  return (
    <Card as="section" title={m.rules_facts()}>
      <DefinitionList items={items} />
    </Card>
  )
}
