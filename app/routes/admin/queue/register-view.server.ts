import type { AuditOverview } from '#app/domain/audit/audit-overview.server.ts'
import { formatDateTime, formatNumber } from '#app/web/format.ts'
import { text } from '#app/web/text.server.ts'

/** The state of the audit in the reader's language. */
export function registerView({ entries, organisations, checkedAt, anchoredAt, broken }: AuditOverview) {
  return {
    entries,
    organisations,
    checked: checkedAt && formatDateTime(checkedAt),
    anchored: anchoredAt && formatDateTime(anchoredAt),
    broken:
      broken &&
      text(`audit_fault_${broken.kind}`, {
        seq: formatNumber(broken.seq ?? 0),
        whose: broken.organisation ?? text('audit_register_of_network'),
      }),
  }
}

export type RegisterView = ReturnType<typeof registerView>
