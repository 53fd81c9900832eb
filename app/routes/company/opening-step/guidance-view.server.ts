import type { Advice, Reach } from '#app/domain/network/advice.ts'
import { readGuidance } from '#app/domain/network/read-guidance.server.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { text } from '#app/web/text.server.ts'

/** Beside which field an advice is said. */
const fields = {
  skills: ['train_skills'],
  shifts: ['start_later', 'end_earlier', 'no_weekend', 'no_nights', 'part_time'],
  start: ['start_weeks_later'],
  licences: ['drop_licence', 'drop_vehicle'],
  italian: ['language_lower'],
  offers: ['childcare', 'transport'],
} as const satisfies Record<string, readonly Advice[]>

export type Guidance = Record<keyof typeof fields, string[]>

const say = (advice: Advice, reach: Reach): string =>
  text(`openings_advice_${advice}`, { people: text(`openings_advice_${reach}`) })

/**
 * The month's general advice in words, field by field. It is the same for every company: nothing of the opening is read,
 * and nobody who is in the engine today.
 */
export async function guidanceView(tx: Tx): Promise<Guidance> {
  const guidance = await readGuidance(tx)
  const sentences = (list: readonly Advice[]) =>
    list.flatMap((advice) => {
      const reach = guidance.get(advice)
      return reach ? [say(advice, reach)] : []
    })
  return {
    skills: sentences(fields.skills),
    shifts: sentences(fields.shifts),
    start: sentences(fields.start),
    licences: sentences(fields.licences),
    italian: sentences(fields.italian),
    offers: sentences(fields.offers),
  }
}
