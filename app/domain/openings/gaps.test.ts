import { describe, expect, test } from 'vitest'
import { gapsOf } from './gaps.ts'
import type { OpeningFacts } from './opening-facts.ts'

const TODAY = '2026-11-23'
const whole: OpeningFacts = {
  kind: 'job',
  professionCode: 'isco-9412-kitchen-helper',
  title: 'Aiuto cucina',
  tasks: 'Preparare le verdure, lavare le pentole.',
  skills: [],
  shifts: [{ kind: 'fixed', mask: '1'.repeat(8).padEnd(336, '0'), hoursPerWeek: null }],
  hoursPerWeek: null,
  placeCode: '001272',
  licences: [],
  needsVehicle: false,
  startFrom: '2026-12-01',
  startLatest: '2026-12-31',
  durationMonths: null,
  places: 1,
  italianSpoken: 0,
  italianWritten: 0,
  payMonthlyCents: null,
  demands: [],
  offers: [],
  teaches: [],
}
const reasons = (facts: Partial<OpeningFacts>, stepsDone = 4) =>
  gapsOf({ ...whole, ...facts }, stepsDone, TODAY).map(({ step, reason }) => `${step} ${reason}`)

describe('what an opening lacks', () => {
  test('is nothing when every step is filled; no skills and no pay for a job are answers', () => {
    expect(reasons({})).toEqual([])
  })

  test('is told step by step', () => {
    expect(
      reasons({ tasks: '', shifts: [], placeCode: null, startFrom: null, startLatest: null }, 1),
    ).toEqual([
      '1 openings_tasks_missing',
      '2 openings_skills_unseen',
      '3 openings_shifts_missing',
      '3 openings_place_missing',
      '3 openings_start_from_missing',
      '3 openings_start_latest_missing',
      '4 openings_conditions_unseen',
    ])
    expect(reasons({ kind: null, professionCode: null, title: '' })).toEqual([
      '1 openings_kind_missing',
      '1 openings_profession_missing',
      '1 openings_title_missing',
    ])
  })

  test('includes a start that is over, and the indemnity of an internship', () => {
    expect(reasons({ startLatest: '2026-11-22' })).toEqual(['3 openings_start_latest_past'])
    expect(reasons({ startLatest: TODAY })).toEqual([])
    expect(reasons({ kind: 'internship' })).toEqual(['4 openings_indemnity_missing'])
    expect(reasons({ kind: 'internship', payMonthlyCents: 0 })).toEqual([])
  })
})
