import type { OpeningFacts } from './opening-facts.ts'
import type { OpeningStep } from './steps.ts'

/** Something an opening needs before it can be posted; `reason` is a message key. */
export type OpeningGap = { step: OpeningStep; field: string; reason: string }

/**
 * What a draft still lacks, step by step. `stepsDone` is the furthest step saved: having no skills or asking for no
 * Italian is an answer only once the page has been seen. `today` is a day in Rome.
 */
export function gapsOf(facts: OpeningFacts, stepsDone: number, today: string): OpeningGap[] {
  const gaps: (OpeningGap | false)[] = [
    !facts.kind && { step: 1, field: 'kind', reason: 'openings_kind_missing' },
    !facts.professionCode && { step: 1, field: 'professionCode', reason: 'openings_profession_missing' },
    !facts.title && { step: 1, field: 'title', reason: 'openings_title_missing' },
    !facts.tasks && { step: 1, field: 'tasks', reason: 'openings_tasks_missing' },
    facts.skills.length === 0 &&
      stepsDone < 2 && { step: 2, field: 'skills', reason: 'openings_skills_unseen' },
    facts.shifts.length === 0 && { step: 3, field: 'shifts', reason: 'openings_shifts_missing' },
    !facts.placeCode && { step: 3, field: 'placeCode', reason: 'openings_place_missing' },
    !facts.startFrom && { step: 3, field: 'startFrom', reason: 'openings_start_from_missing' },
    !facts.startLatest && { step: 3, field: 'startLatest', reason: 'openings_start_latest_missing' },
    !!facts.startLatest &&
      facts.startLatest < today && { step: 3, field: 'startLatest', reason: 'openings_start_latest_past' },
    stepsDone < 4 && { step: 4, field: 'italianSpoken', reason: 'openings_conditions_unseen' },
    facts.kind === 'internship' &&
      facts.payMonthlyCents === null &&
      stepsDone >= 4 && { step: 4, field: 'pay', reason: 'openings_indemnity_missing' },
  ]
  return gaps.filter((gap) => gap !== false)
}
