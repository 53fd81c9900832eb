import type { CompanyPage } from '#app/domain/companies/company-page.server.ts'
import type { Explained } from '#app/domain/trust/explain.ts'
import { isOfPerson } from '#app/domain/trust/event-kinds.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import { now } from '#app/platform/clock.server.ts'
import type { TrustTerm, TrustView } from '#app/ui/company/company-view.ts'
import { formatNumber, formatRelativeDay } from '../format.ts'
import { weekOf } from '../week-of.server.ts'
import { text } from '../text.server.ts'

// Adding 0 turns a rounded −0 into 0.
const tenths = (points: number): number => Math.round(points * 10) / 10 + 0

/** An event, how long ago it was and why it counts. Weeks of silence are one line, which has no day. */
function termOf({ kind, points, reason, ageDays }: Explained): TrustTerm {
  const at = now()
  const day = new Date(+at - ageDays * DAY)
  const when = isOfPerson(kind) ? weekOf(day) : formatRelativeDay(day, at)
  return {
    kind,
    label: text(`trust_kind_${kind}`),
    points: tenths(points),
    note:
      kind === 'silence_week' ? text(reason) : text('relationship_trust_ago', { reason: text(reason), when }),
  }
}

/** What has faded below a tenth of a point explains nothing any more. */
const isFelt = ({ points }: TrustTerm): boolean => points !== 0

const causeText = ({ kind, times }: CompanyPage['trust']['line'][number]['causes'][number]): string =>
  times > 1
    ? text('portfolio_cause_times', { what: text(`trust_kind_${kind}`), times })
    : text(`trust_kind_${kind}`)

/** The score with what explains it, in words. */
export function trustView({ explanation, next, slope, unknown, line }: CompanyPage['trust']): TrustView {
  const scores = line.map(({ score }) => Math.round(score))
  const other = tenths(explanation.otherPoints)
  return {
    score: explanation.score,
    slope,
    slopeHint: text(`trust_slope_hint_${slope}`),
    unknown,
    up: explanation.up.map(termOf).filter(isFelt),
    down: explanation.down.map(termOf).filter(isFelt),
    rest: other === 0 ? null : `${other > 0 ? '+' : '−'}${formatNumber(Math.abs(other))}`,
    next: next
      .filter(({ points }) => tenths(points) > 0)
      .map(({ kind, points }) =>
        text('relationship_trust_next_line', {
          what: text(`trust_kind_${kind}`),
          points: formatNumber(tenths(points)),
        }),
      ),
    line: line.map(({ date, score, causes }) => ({
      date,
      value: tenths(score),
      note: causes.map(causeText).join('; '),
    })),
    lineText: text('relationship_trust_line_text', {
      first: scores[0] ?? 50,
      last: scores.at(-1) ?? 50,
      most: Math.max(...scores),
      least: Math.min(...scores),
    }),
  }
}
