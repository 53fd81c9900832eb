import type { RecentContacts } from '#app/domain/companies/recent-contacts.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { followUpTitle } from '../follow-up-title.server.ts'
import { formatRelativeDay } from '../format.ts'
import { text } from '../text.server.ts'

/** What colleagues did and plan with a company, a sentence each. */
export function recentContactLines({ did, plan }: RecentContacts): string[] {
  const today = now()
  return [
    ...did.map(({ by, org, at, kind, outcome }) => {
      const words = {
        kind: text(`relationship_kind_${kind}`),
        outcome: text(`relationship_outcome_tag_${outcome}`),
      }
      const what = text('relationship_timeline_interaction', words)
      return text('relationship_recent_did', { who: by, org, when: formatRelativeDay(at, today), what })
    }),
    ...plan.map(({ by, org, dueAt, ...task }) => {
      const who = by ? [by, org && `(${org})`].filter(Boolean).join(' ') : text('relationship_nobody_yet')
      const when = formatRelativeDay(dueAt, today)
      return text('relationship_recent_plan', { who, when, what: followUpTitle(task) })
    }),
  ]
}
