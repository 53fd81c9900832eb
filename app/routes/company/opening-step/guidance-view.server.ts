import type { Advice, Reach } from '#app/domain/network/advice.ts'
import { readGuidance } from '#app/domain/network/read-guidance.server.ts'
import type { OpeningStep } from '#app/domain/openings/steps.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { text } from '#app/web/text.server.ts'

type Field = 'skills' | 'shifts' | 'start' | 'licences' | 'italian' | 'offers'

/** On which page and beside which field each advice is said. */
const places: Record<Advice, { step: OpeningStep; field: Field }> = {
  train_skills: { step: 2, field: 'skills' },
  start_later: { step: 3, field: 'shifts' },
  end_earlier: { step: 3, field: 'shifts' },
  no_weekend: { step: 3, field: 'shifts' },
  no_nights: { step: 3, field: 'shifts' },
  part_time: { step: 3, field: 'shifts' },
  start_weeks_later: { step: 3, field: 'start' },
  drop_licence: { step: 3, field: 'licences' },
  drop_vehicle: { step: 3, field: 'licences' },
  language_lower: { step: 4, field: 'italian' },
  childcare: { step: 4, field: 'offers' },
  transport: { step: 4, field: 'offers' },
}

export type Guidance = Partial<Record<Field, string[]>>

const say = (advice: Advice, reach: Reach): string =>
  text(`openings_advice_${advice}`, { people: text(`openings_advice_${reach}`) })

/**
 * The month's general advice for one page in words, field by field. It is the same for every company: nothing of the
 * opening is read, and nobody who is in the engine today.
 */
export async function guidanceView(tx: Tx, step: OpeningStep): Promise<Guidance> {
  const guidance: Guidance = {}
  for (const [advice, reach] of await readGuidance(tx)) {
    const { step: page, field } = places[advice]
    if (page === step) guidance[field] = [...(guidance[field] ?? []), say(advice, reach)]
  }
  return guidance
}
