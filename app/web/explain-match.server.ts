import type { Constraint, Verdict } from '#app/domain/matching/constraints.ts'
import { explainVerdict } from '#app/domain/matching/explain.ts'
import { readableParams, type MessageDescriptor } from '#app/domain/matching/message.ts'
import type { Score } from '#app/domain/matching/score.ts'
import { demandLabel } from '#app/domain/openings/label-opening.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { labelOfSkill } from '#app/domain/taxonomy/vocabulary.ts'
import { text } from './text.server.ts'

/** What one constraint says, in words. */
export type VerdictView = {
  constraint: Constraint
  label: string
  met: boolean
  summary: string
  details: string[]
}

/** A score taken apart, in words; points of `max`. */
export type ScoreView = { total: number; terms: { label: string; points: number; max: number }[] }

const tags: Record<LabelLocale, string> = { it: 'it-IT', en: 'en-GB' }

function say(descriptor: MessageDescriptor, locale: LabelLocale): string {
  const labelOf = (taxonomy: 'skill' | 'demand', code: string) =>
    taxonomy === 'skill' ? labelOfSkill(code, locale) : demandLabel(code, locale)
  return text(descriptor.key, readableParams(descriptor, tags[locale], labelOf))
}

/** A verdict for those who may see it, in the reader's language. */
export function verdictView(verdict: Verdict, locale: LabelLocale): VerdictView {
  const { summary, details } = explainVerdict(verdict)
  return {
    constraint: verdict.constraint,
    label: text(`matching_constraint_${verdict.constraint}`),
    met: verdict.met,
    summary: say(summary, locale),
    details: details.map((detail) => say(detail, locale)),
  }
}

/** A score in the reader's language. */
export const scoreView = ({ total, terms }: Score): ScoreView => ({
  total,
  terms: terms.map(({ term, points, weight }) => ({
    label: text(`matching_term_${term}`),
    points,
    max: weight,
  })),
})
