import type { MatchOpening } from '../matching/types.ts'
import { applyEdit, type Edit } from '../matching/what-if/edits.ts'

/** The general advice that companies may be given about an opening: each a change that the what-ifs know. */
const changes = {
  start_later: () => [{ kind: 'start_later_60' }],
  end_earlier: () => [{ kind: 'end_earlier_60' }],
  no_weekend: () => [{ kind: 'drop_saturday' }, { kind: 'drop_sunday' }],
  no_nights: () => [{ kind: 'drop_nights' }],
  part_time: () => [{ kind: 'part_time' }],
  start_weeks_later: () => [{ kind: 'start_weeks_later', weeks: 4 }],
  drop_licence: () => [{ kind: 'drop_licence' }],
  drop_vehicle: () => [{ kind: 'drop_vehicle' }],
  language_lower: () => [{ kind: 'language_lower' }],
  childcare: () => [{ kind: 'arrange_childcare' }],
  transport: () => [{ kind: 'arrange_transport' }],
  train_skills: ({ requiredSkills }) => requiredSkills.map(({ code }) => ({ kind: 'train_skill', code })),
} as const satisfies Record<string, (opening: MatchOpening) => Edit[]>

export type Advice = keyof typeof changes
export const advices = Object.keys(changes) as Advice[]

/** An opening after all that an advice says; null where it would change nothing of it. */
export function advised(opening: MatchOpening, advice: Advice): MatchOpening | null {
  let changed: MatchOpening | null = null
  for (const edit of changes[advice](opening)) changed = applyEdit(changed ?? opening, edit) ?? changed
  return changed
}

/** How far an advice reaches, in words. */
export type Reach = 'more' | 'many_more'

/** Of how many openings, companies and people an advice has to be true before anybody is told. */
const LEAST = { openings: 5, companies: 3, people: 11 }
/** From so many more people for each that fits already. */
const MORE = 0.1
const MANY_MORE = 0.5

/** `fitting` and `gained` count a person once for each opening; `people` counts her once. */
export type AdviceCount = {
  openings: number
  companies: number
  fitting: number
  gained: number
  people: number
}

/** What companies are told of an advice; null where it helps little, or rests on too few to be general. */
export function reachOf({ openings, companies, fitting, gained, people }: AdviceCount): Reach | null {
  if (openings < LEAST.openings || companies < LEAST.companies || people < LEAST.people) return null
  const growth = gained / Math.max(1, fitting)
  if (growth < MORE) return null
  return growth < MANY_MORE ? 'more' : 'many_more'
}
