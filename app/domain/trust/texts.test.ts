import { describe, expect, test } from 'vitest'
import en from '#app/locales/en/trust.json'
import it from '#app/locales/it/trust.json'
import { trustKinds } from './event-kinds.ts'
import { trustSlopes } from './slope.ts'
import { stageFacts, trustStages } from './stages.ts'
import { standings } from './standing.ts'

const needed = [
  ...trustStages.flatMap((stage) => [`trust_stage_${stage}`, `trust_stage_hint_${stage}`]),
  ...stageFacts.map((fact) => `trust_fact_${fact}`),
  ...standings.map((standing) => `trust_standing_${standing}`),
  ...trustKinds.flatMap((kind) => [`trust_kind_${kind}`, `trust_reason_${kind}`]),
  ...trustSlopes.flatMap((slope) => [`trust_slope_${slope}`, `trust_slope_hint_${slope}`]),
]

describe.each([
  ['it', it],
  ['en', en],
])('the words of trust in %s', (_, texts: Record<string, string>) => {
  test.each(needed)('say %s', (key) => expect(texts[key]?.trim()).toBeTruthy())

  test('are the same keys in both languages', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(it).sort())
  })
})
