import { getZodConstraint } from '@conform-to/zod/v4'
import { weightFormFor } from '#app/domain/network/change-weight.schema.server.ts'
import { kindToChange, seenOf } from '#app/domain/network/change-weight.server.ts'
import type { WeightImpact } from '#app/domain/network/weight-impact.server.ts'
import { weights } from '#app/domain/network/weights.server.ts'
import { notFound } from '#app/domain/shared/errors.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { reasonKey } from '#app/domain/trust/event-kinds.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { formatDate, formatNumber } from '#app/web/format.ts'
import { signed, weightInWords } from '#app/web/rules/weight-words.server.ts'
import { text } from '#app/web/text.server.ts'

/** The page of a kind of event: what it counts for and why, and the form that changes it. */
export async function weightView(tx: Tx, word: string) {
  const kind = kindToChange(word)
  const state = (await weights(tx)).find((each) => each.kind === kind) ?? notFound()
  const { inForce, usual, changed } = state
  return {
    kind,
    name: text(`trust_kind_${kind}`),
    reason: text(reasonKey(kind)),
    seen: seenOf(inForce),
    values: { weight: String(inForce.weight), halfLifeDays: String(inForce.halfLifeDays) },
    usual: weightInWords(usual),
    changed: changed && { by: changed.by, date: formatDate(changed.at) },
    constraint: getZodConstraint(weightFormFor(kind)),
    keys: { save: newFormKey(), reset: newFormKey() },
  }
}

export type WeightView = Awaited<ReturnType<typeof weightView>>

const score = (points: number): string => formatNumber(Math.round(points * 10) / 10)

/** What a change would do, in words: counts, and the companies whose score moves most. */
export const impactView = ({ most, ...counts }: WeightImpact) => ({
  ...counts,
  most: most.map(({ company, before, after }) => ({
    company,
    before: score(before.score),
    after: score(after.score),
    change: signed(Math.round((after.score - before.score) * 10) / 10),
    slope:
      before.slope === after.slope
        ? text(`trust_slope_${after.slope}`)
        : text('trust_weights_slope_moves', {
            before: text(`trust_slope_${before.slope}`),
            after: text(`trust_slope_${after.slope}`),
          }),
  })),
})

export type ImpactView = ReturnType<typeof impactView>
