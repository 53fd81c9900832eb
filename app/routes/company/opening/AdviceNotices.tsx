import type { InternshipAdvice } from '#app/domain/openings/internship-rules.ts'
import { m } from '#app/locales/generated/messages.js'
import { Notice } from '#app/ui/Notice.tsx'
import { formatMoney } from '#app/web/format.ts'

const said = (advice: InternshipAdvice): string =>
  advice.about === 'indemnity'
    ? m.openings_advice_indemnity({ least: formatMoney(advice.leastCents), source: advice.source })
    : m.openings_advice_duration({ months: advice.leastMonths, source: advice.source })

/** Where the opening asks for less than a rule does, with its source. It may be posted all the same. */
export function AdviceNotices({ advice }: { advice: readonly InternshipAdvice[] }) {
  return advice.map((each) => (
    <Notice key={each.about} tone="warn" title={m.openings_advice_title()}>
      {said(each)}
    </Notice>
  ))
}
