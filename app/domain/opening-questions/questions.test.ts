import { describe, expect, test } from 'vitest'
import { editKey, type Edit } from '../matching/what-if/edits.ts'
import { shiftEditKinds } from '../matching/what-if/shift-edits.ts'
import type { MatchOpening } from '../matching/types.ts'
import { emptyWeek, setRange, weekdays } from '../matching/week.ts'
import { draftQuestion } from './draft-question.ts'
import { findEdit } from './find-edit.ts'
import { questionTrouble } from './question-trouble.ts'

const every: Edit[] = [
  ...shiftEditKinds.map((kind) => ({ kind })),
  { kind: 'arrange_childcare' },
  { kind: 'arrange_transport' },
  { kind: 'drop_licence' },
  { kind: 'drop_vehicle' },
  { kind: 'language_lower' },
  { kind: 'start_weeks_later', weeks: 4 },
  { kind: 'raise_pay', payMonthlyCents: 70_000 },
  { kind: 'train_skill', code: 'cash-register' },
]
const facts = { skill: 'Uso della cassa', pay: '700 €', weeks: 4 }
const known = { organisations: ['Cooperativa Orizzonti', 'Ente Uno'], openingTitle: 'Aiuto cuoco' }
const trouble = (text: string) => questionTrouble(text, known)

describe.each(['it', 'en'] as const)('the draft of a question in %s', (locale) => {
  test.each(every.map((edit) => [editKey(edit), edit] as const))('%s: may go out as it is', (_, edit) => {
    const { subject, body } = draftQuestion(edit, locale, 'Aiuto cuoco', facts)
    expect(body).toContain('Aiuto cuoco')
    expect(body).toContain('?')
    expect(subject.length).toBeLessThanOrEqual(80)
    expect(body.length).toBeLessThanOrEqual(2_000)
    expect([trouble(subject), trouble(body)]).toEqual([null, null])
    expect(body).not.toMatch(/candidat|rifugiat|migrant|vittim|refugee|undefined|NaN/i)
  })

  test('says what the edit is about', () => {
    const about = (edit: Edit) => draftQuestion(edit, locale, 'Aiuto cuoco', facts).body
    expect(about({ kind: 'raise_pay', payMonthlyCents: 70_000 })).toContain('700 €')
    expect(about({ kind: 'train_skill', code: 'cash-register' })).toContain('Uso della cassa')
    expect(new Set(every.map(about)).size).toBe(every.length)
  })
})

describe('a text for a company', () => {
  test.each([
    ['QUERCIA-417 potrebbe cominciare subito', 'code'],
    ['penso a Quercia 41, che sa già cucinare', 'code'],
    ['abbiamo 14 persone pronte', 'people_counted'],
    ['così entrerebbero altre tre persone', 'people_counted'],
    ['c’è una candidata che verrebbe subito', 'people_counted'],
    ['nessuna persona può alle 8', 'people_counted'],
    ['with that we have several good candidates', 'people_counted'],
    ['un saluto dalla cooperativa orizzonti', 'organisation'],
  ])('"%s" is stopped', (text, why) => {
    expect(trouble(text)).toBe(why)
  })

  test.each([
    'Vi richiama una persona della rete.',
    'Il turno potrebbe cominciare alle 9 e finire alle 17, per 5 giorni?',
    'Un tavolo in rovere e sedie di noce per la sala.',
    'Sentiamoci: due minuti bastano.',
  ])('"%s" goes out', (text) => {
    expect(trouble(text)).toBeNull()
  })

  test('may give the company its own words back', () => {
    const title = 'Cerchiamo 2 persone per la sala'
    expect(questionTrouble(`Per «${title}»`, { ...known, openingTitle: title })).toBeNull()
    expect(questionTrouble('Abbiamo 2 persone', { ...known, openingTitle: title })).toBe('people_counted')
  })
})

describe('the edit that an address names', () => {
  const opening: MatchOpening = {
    ...{ openingId: 'o', companyId: 'c', companyVatId: null, kind: 'job', sector: 's', professionCode: 'p' },
    companyPeople: [],
    shiftOptions: [
      { type: 'fixed', mask: weekdays.reduce((mask, day) => setRange(mask, day, 16, 32), emptyWeek) },
    ],
    ...{ childcareProvided: true, requiredSkills: [], desiredSkills: [], teaches: [], licences: [] },
    ...{ needsVehicle: false, italianSpoken: 0, italianWritten: 0, demands: [] },
    place: { townCode: '001272', lat: 45, lng: 7 },
    ...{ transportProvided: false, lodgingProvided: false, payMonthlyCents: 60_000 },
    ...{ startFrom: '2026-12-01', startLatest: '2027-01-15' },
  }

  test('is one that changes something of this opening', () => {
    expect(findEdit(opening, 'start_later_60')).toEqual({ kind: 'start_later_60' })
    expect(findEdit(opening, 'start_weeks_later.4')).toEqual({ kind: 'start_weeks_later', weeks: 4 })
    expect(findEdit(opening, 'arrange_childcare')).toBeNull()
    expect(findEdit(opening, 'drop_everything')).toBeNull()
  })

  test('raises the pay by whole steps, and never lowers it', () => {
    expect(findEdit(opening, 'raise_pay.65000')).toEqual({ kind: 'raise_pay', payMonthlyCents: 65_000 })
    for (const wrong of [
      'raise_pay.65001',
      'raise_pay.60000',
      'raise_pay.5000',
      'raise_pay.',
      'raise_pay.-1',
    ])
      expect(findEdit(opening, wrong)).toBeNull()
  })
})
