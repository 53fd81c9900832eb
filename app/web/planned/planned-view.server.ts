import type { PlannedLine } from '#app/domain/follow-ups/planned-of.server.ts'
import { defaultRule } from '#app/domain/follow-ups/rules.ts'
import type { PlannedItem, PlannedView } from '#app/ui/planned/planned-view.ts'
import { followUpTitle } from '../follow-up-title.server.ts'
import { formatDateTime } from '../format.ts'
import { reasonInWords, ruleName } from '../rules/rule-words.server.ts'
import { text } from '../text.server.ts'

function whomOf({ kind, contact, assignee }: PlannedLine): string {
  if (kind === 'task') return assignee ? text('planned_for', { name: assignee }) : ''
  return contact ? text('planned_to', { name: contact }) : text('planned_nobody')
}

function itemOf(line: PlannedLine, base: string): PlannedItem {
  const known = line.ruleKey !== null && defaultRule(line.ruleKey) !== undefined
  return {
    id: line.id,
    kind: line.kind,
    title: followUpTitle(line),
    when: formatDateTime(line.dueAt),
    whom: whomOf(line),
    about: line.openingTitle ? text('planned_opening', { title: line.openingTitle }) : null,
    rule:
      line.ruleKey && known
        ? text('planned_by_rule', { rule: ruleName(line.ruleKey) })
        : text('planned_by_hand'),
    reason: line.ruleKey && known ? reasonInWords(line.ruleKey) : null,
    notes: [
      ...(line.onItsWay ? [text('planned_on_its_way')] : []),
      ...(line.worded ? [text('planned_worded')] : []),
    ],
    to: line.kind === 'message' && known ? `${base}/${line.companyId}/richiami/${line.id}` : null,
  }
}

/** What is planned, in words; `base` is where the reader's company pages are. */
export const plannedView = (
  { lines, more }: { lines: readonly PlannedLine[]; more: number },
  base: '/lavoro/aziende' | '/rete/aziende',
): PlannedView => ({ items: lines.map((line) => itemOf(line, base)), more })
