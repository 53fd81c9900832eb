import type { Difference } from '#app/domain/follow-ups/dry-run.ts'
import type { RuleDryRun } from '#app/domain/network/dry-run-rule.server.ts'
import { formatDate, formatDateTime } from '#app/web/format.ts'
import { text } from '#app/web/text.server.ts'

const kindOf = (kind: 'message' | 'task'): string => text(`rules_kind_${kind}`)

function inWords({ before, after }: Difference): string {
  if (before && !after)
    return text('rules_dry_line_removed', { kind: kindOf(before.kind), date: formatDateTime(before.at) })
  if (!after) return ''
  const kind = kindOf(after.kind)
  if (!before) return text('rules_dry_line_added', { kind, date: formatDateTime(after.at) })
  if (before.kind !== after.kind) return text('rules_dry_line_channel', { kind, before: kindOf(before.kind) })
  return text('rules_dry_line_moved', {
    ...{ kind, date: formatDateTime(after.at), before: formatDateTime(before.at) },
  })
}

/** A dry run in words: counts, and the first differences company by company. */
export function dryRunView({ from, to, first, ...run }: RuleDryRun) {
  return {
    ...run,
    from: formatDate(from),
    to: formatDate(to),
    first: first.map((difference) => {
      const { key = '', subject } = difference.after ?? difference.before ?? {}
      return {
        key: `${difference.company.id} ${key}`,
        company: difference.company,
        about: subject ? text(`rules_about_${subject.type}`) : '',
        change: inWords(difference),
      }
    }),
  }
}

export type DryRunView = ReturnType<typeof dryRunView>
