import { describe, expect, test } from 'vitest'
import { toBits, weekPresets } from '#app/domain/matching/week.ts'
import { startOpeningSchema } from '#app/domain/openings/step-what.schema.server.ts'
import { stepSchemas } from '#app/domain/openings/save-opening-step.schema.server.ts'
import { closeOpeningSchema } from '#app/domain/openings/close-opening.schema.server.ts'
import { InvalidForm, parseForm } from '#app/web/form.server.ts'
import { hasText } from '#app/web/text.server.ts'
import italian from '#app/locales/it/openings.json'
import { MORNINGS } from './step-values.ts'

type Fields = Record<string, string | string[]>

function formOf(fields: Fields): FormData {
  const form = new FormData()
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) form.append(name, value)
  return form
}

/** The errors of a form by field; null when it passes. */
function errorsOf(schema: Parameters<typeof parseForm>[1], fields: Fields) {
  try {
    parseForm(formOf(fields), schema)
    return null
  } catch (error) {
    if (error instanceof InvalidForm) return error.submission.reply().error ?? {}
    throw error
  }
}

const said = (key: keyof typeof italian) => [italian[key]]

const what = {
  version: '1',
  kind: 'job',
  professionCode: 'isco-9412-kitchen-helper',
  title: 'Aiuto cucina',
  tasks: 'Preparare le verdure',
}
const when = {
  version: '1',
  'shifts[0].kind': 'fixed',
  'shifts[0].mask': MORNINGS,
  placeCode: 'Torino (TO)',
  places: '1',
}
const conditions = { version: '1', italianSpoken: '2', italianWritten: '1' }
const allDay = { 'shifts[0].kind': 'flexible', 'shifts[0].mask': toBits(weekPresets.mon_fri_8_16) }

describe('what', () => {
  test('passes, with or without tasks', () => {
    expect(errorsOf(stepSchemas[1], what)).toBeNull()
    expect(errorsOf(stepSchemas[1], { ...what, tasks: '' })).toBeNull()
    expect(parseForm(formOf({ ...what, title: '  Aiuto cucina ' }), stepSchemas[1]).value.title).toBe(
      'Aiuto cucina',
    )
  })

  test.each<[string, Fields, string, keyof typeof italian]>([
    ['a kind nobody knows', { kind: 'slavery' }, 'kind', 'openings_kind_missing'],
    ['no kind', { kind: '' }, 'kind', 'openings_kind_missing'],
    ['no profession', { professionCode: '' }, 'professionCode', 'openings_profession_missing'],
    [
      'a profession nobody knows',
      { professionCode: 'isco-0000-x' },
      'professionCode',
      'openings_profession_unknown',
    ],
    ['a title of blanks', { title: '   ' }, 'title', 'openings_title_missing'],
    ['a long title', { title: 'a'.repeat(121) }, 'title', 'openings_title_too_long'],
    ['more than 4,000 characters', { tasks: 'a'.repeat(4_001) }, 'tasks', 'openings_text_too_long'],
    ['a field of no form', { companyId: 'x' }, '', 'openings_form_unknown'],
    ['no version', { version: '' }, 'version', 'openings_form_unknown'],
    ['two titles', { title: ['a', 'b'] }, 'title', 'openings_title_missing'],
  ])('refuses %s', (_name, fields, field, message) => {
    expect(errorsOf(stepSchemas[1], { ...what, ...fields })).toEqual({ [field]: said(message) })
  })

  test('begins a draft without a version', () => {
    const { version: _version, ...first } = what
    expect(errorsOf(startOpeningSchema, first)).toBeNull()
    expect(errorsOf(startOpeningSchema, what)).toEqual({ '': said('openings_form_unknown') })
  })
})

describe('skills', () => {
  const skill = (index: number, code: string, need = 'required', level = '1') => ({
    [`skills[${index}].code`]: code,
    [`skills[${index}].need`]: need,
    [`skills[${index}].level`]: level,
  })
  const one = { version: '1', ...skill(0, 'sk-dishwashing') }

  test('passes with none, and gives important ones their weight', () => {
    expect(errorsOf(stepSchemas[2], { version: '1' })).toBeNull()
    const form = {
      ...one,
      ...skill(1, 'sk-line-prep', 'important', '2'),
      ...skill(2, 'sk-food-storage', 'useful'),
    }
    expect(parseForm(formOf(form), stepSchemas[2]).value.skills).toEqual([
      { code: 'sk-dishwashing', need: 'required', level: 1, weight: 1 },
      { code: 'sk-line-prep', need: 'desired', level: 2, weight: 3 },
      { code: 'sk-food-storage', need: 'desired', level: 1, weight: 1 },
    ])
  })

  test.each<[string, Fields, string, keyof typeof italian]>([
    [
      'required and desired at once',
      skill(1, 'sk-dishwashing', 'useful'),
      'skills[1].code',
      'openings_skill_both',
    ],
    ['the same twice', skill(1, 'sk-dishwashing'), 'skills[1].code', 'openings_skill_twice'],
    ['a skill nobody knows', skill(1, 'sk-magic'), 'skills[1].code', 'openings_skill_unknown'],
    [
      'a level of none',
      skill(1, 'sk-line-prep', 'required', '4'),
      'skills[1].level',
      'openings_level_missing',
    ],
    [
      'a level in words',
      skill(1, 'sk-line-prep', 'required', 'x'),
      'skills[1].level',
      'openings_level_missing',
    ],
    ['no need', skill(1, 'sk-line-prep', ''), 'skills[1].need', 'openings_need_missing'],
  ])('refuses %s', (_name, fields, field, message) => {
    expect(errorsOf(stepSchemas[2], { ...one, ...fields })).toEqual({ [field]: said(message) })
  })

  test('refuses more than 50', () => {
    const many: Fields = { version: '1' }
    for (let index = 0; index < 51; index++) Object.assign(many, skill(index, 'sk-pizza'))
    expect(errorsOf(stepSchemas[2], many)).toMatchObject({ skills: said('openings_list_too_long') })
  })

  test('refuses what is no list, and holes in one', () => {
    expect(errorsOf(stepSchemas[2], { version: '1', skills: 'sk-pizza' })).not.toBeNull()
    expect(errorsOf(stepSchemas[2], { ...one, 'skills[3].code': 'sk-pizza' })).not.toBeNull()
  })
})

describe('when and where', () => {
  test('passes, the place by name, by name and province, or by code', () => {
    for (const placeCode of ['Torino (TO)', 'torino', '001272']) {
      const { value } = parseForm(formOf({ ...when, placeCode }), stepSchemas[3])
      expect(value.placeCode).toBe('001272')
    }
    expect(errorsOf(stepSchemas[3], { ...when, placeCode: '' })).toBeNull()
  })

  test('keeps hours of flexible shifts only', () => {
    const form = formOf({
      ...when,
      'shifts[0].hoursPerWeek': '10',
      'shifts[1].kind': 'flexible',
      'shifts[1].mask': MORNINGS,
      'shifts[1].hoursPerWeek': '20',
    })
    expect(parseForm(form, stepSchemas[3]).value.shifts).toEqual([
      { kind: 'fixed', mask: MORNINGS, hoursPerWeek: null },
      { kind: 'flexible', mask: MORNINGS, hoursPerWeek: 20 },
    ])
  })

  const shift = (index: number) => ({
    [`shifts[${index}].kind`]: 'fixed',
    [`shifts[${index}].mask`]: MORNINGS,
  })
  test.each<[string, Fields, string, keyof typeof italian]>([
    ['an empty week', { 'shifts[0].mask': '0'.repeat(336) }, 'shifts[0].mask', 'openings_week_empty'],
    ['half a week', { 'shifts[0].mask': '1'.repeat(168) }, 'shifts[0].mask', 'openings_week_wrong'],
    ['no hours of a flexible shift', allDay, 'shifts[0].hoursPerWeek', 'openings_flexible_hours_missing'],
    [
      'more flexible hours than the window holds',
      { ...allDay, 'shifts[0].hoursPerWeek': '41' },
      'shifts[0].hoursPerWeek',
      'openings_flexible_hours_above_window',
    ],
    [
      'hours above those of a week',
      { ...allDay, 'shifts[0].hoursPerWeek': '169' },
      'shifts[0].hoursPerWeek',
      'openings_hours_out_of_week',
    ],
    [
      'working hours above those of a week',
      { hoursPerWeek: '169' },
      'hoursPerWeek',
      'openings_hours_out_of_week',
    ],
    ['four shifts', { ...shift(1), ...shift(2), ...shift(3) }, 'shifts', 'openings_shifts_too_many'],
    ['a place elsewhere', { placeCode: 'Milano' }, 'placeCode', 'openings_place_unknown'],
    ['a licence nobody knows', { licences: 'Z' }, 'licences[0]', 'openings_licence_unknown'],
    ['a day that does not exist', { startFrom: '2027-02-30' }, 'startFrom', 'openings_date_wrong'],
    ['a year typed by halves', { startLatest: '0027-02-10' }, 'startLatest', 'openings_date_wrong'],
    [
      'a start after the latest start',
      { startFrom: '2027-02-16', startLatest: '2027-02-15' },
      'startLatest',
      'openings_start_order',
    ],
    ['no place at all', { places: '0' }, 'places', 'openings_places_out_of_range'],
    ['half a month', { durationMonths: '0.5' }, 'durationMonths', 'openings_duration_out_of_range'],
  ])('refuses %s', (_name, fields, field, message) => {
    expect(errorsOf(stepSchemas[3], { ...when, ...fields })).toEqual({ [field]: said(message) })
  })

  test('refuses a form without shifts', () => {
    expect(errorsOf(stepSchemas[3], { version: '1' })).toEqual({ shifts: said('openings_shifts_missing') })
  })
})

describe('conditions', () => {
  test('passes; pay is optional, and things said twice count once', () => {
    const { value } = parseForm(
      formOf({ ...conditions, pay: '650,50', offers: ['tutor', 'tutor', 'canteen'], demands: 'cold' }),
      stepSchemas[4],
    )
    expect(value).toMatchObject({ pay: 65_050, offers: ['tutor', 'canteen'], demands: ['cold'], teaches: [] })
    expect(errorsOf(stepSchemas[4], conditions)).toBeNull()
  })

  test.each<[string, Fields, string, keyof typeof italian]>([
    ['negative pay', { pay: '-600' }, 'pay', 'openings_pay_negative'],
    ['pay in words', { pay: 'da vedere' }, 'pay', 'openings_pay_not_an_amount'],
    ['cents for euro', { pay: '60000' }, 'pay', 'openings_pay_unlikely'],
    ['no Italian level', { italianSpoken: '' }, 'italianSpoken', 'openings_spoken_missing'],
    ['a seventh level', { italianWritten: '7' }, 'italianWritten', 'openings_written_missing'],
    ['a demand nobody knows', { demands: ['cold', 'beauty'] }, 'demands[1]', 'openings_demand_unknown'],
    ['an offer nobody knows', { offers: 'car' }, 'offers[0]', 'openings_offer_unknown'],
    ['a skill nobody knows', { teaches: 'sk-magic' }, 'teaches[0]', 'openings_skill_unknown'],
  ])('refuses %s', (_name, fields, field, message) => {
    expect(errorsOf(stepSchemas[4], { ...conditions, ...fields })).toEqual({ [field]: said(message) })
  })
})

test('closing asks for a reason of the list', () => {
  expect(errorsOf(closeOpeningSchema, { version: '3', reason: 'filled_elsewhere' })).toBeNull()
  expect(errorsOf(closeOpeningSchema, { version: '3', reason: 'boredom' })).toEqual({
    reason: said('openings_close_reason_missing'),
  })
})

test('every message that a rule names is in the locale files', () => {
  const keys = Object.keys(italian).filter((key) => key.startsWith('openings_'))
  expect(keys.length).toBeGreaterThan(40)
  expect(keys.filter((key) => !hasText(key))).toEqual([])
})
