import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import en from '#app/locales/en/matching.json'
import it from '#app/locales/it/matching.json'
import { openings, plainOpening, plainProfile, profiles, TODAY } from '#tests/support/matching-arbitraries.ts'
import { constraints, evaluate, type Constraint } from './constraints.ts'
import { explainRanges, weekdayKeys } from './explain-ranges.ts'
import { explainTerm, explainVerdict } from './explain.ts'
import { readableParams, type MessageDescriptor } from './message.ts'
import { score, scoreTerms } from './score.ts'
import { slots } from './slots.ts'
import { openingKinds, type MatchOpening, type MatchProfile } from './types.ts'
import { parseRanges, toRanges, weekPresets } from './week.ts'

const texts: Record<string, Record<string, string>> = { it, en }
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

const speak = (descriptor: MessageDescriptor, locale = 'it') => {
  const params = readableParams(descriptor, locale, (_, code) => code)
  return (texts[locale]?.[descriptor.key] ?? '').replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => params[name] ?? '?',
  )
}

const explain = (constraint: Constraint, o: Partial<MatchOpening>, p: Partial<MatchProfile>) => {
  const verdict = evaluate(plainOpening(o), plainProfile(p), TODAY).find((v) => v.constraint === constraint)
  if (!verdict) throw new Error('every constraint gives a verdict')
  const { summary, details } = explainVerdict(verdict)
  return [summary, ...details].map((descriptor) => speak(descriptor))
}

describe('locale files', () => {
  test('Italian and English have the same keys and parameters, and no text is empty', () => {
    expect(Object.keys(en)).toEqual(Object.keys(it))
    for (const [key, text] of Object.entries(it)) {
      expect(text.trim()).not.toBe('')
      expect(texts.en?.[key]?.trim()).not.toBe('')
      expect(placeholders(texts.en?.[key] ?? '')).toEqual(placeholders(text))
    }
  })

  test('everything that has a name has a label', () => {
    const keys = [
      ...constraints.map((name) => `matching_constraint_${name}`),
      ...scoreTerms.map((term) => `matching_term_${term}`),
      ...weekdayKeys.flatMap((day) => [`matching_weekday_${day}`, `matching_weekday_short_${day}`]),
      ...slots.map((slot) => `matching_slot_${slot}`),
      ...Object.keys(weekPresets).map((preset) => `matching_preset_${preset}`),
      ...openingKinds.map((kind) => `matching_kind_${kind}`),
    ]
    for (const key of keys) expect(it).toHaveProperty(key)
  })
})

test('every explanation has a text, and gives each parameter the text asks for', () => {
  fc.assert(
    fc.property(openings(), profiles(), (opening, profile) => {
      const said = [
        ...evaluate(opening, profile, TODAY)
          .map(explainVerdict)
          .flatMap(({ summary, details }) => [summary, ...details]),
        ...score(opening, profile, TODAY).terms.map(explainTerm),
      ]
      for (const { key, params } of said) {
        expect(texts.it).toHaveProperty(key)
        expect(Object.keys(params)).toEqual(expect.arrayContaining(placeholders(texts.it?.[key] ?? '')))
      }
    }),
  )
})

describe('what a case manager reads', () => {
  test('hours that are missing, day by day or together', () => {
    const childcare = { available: weekPresets.mon_fri_9_13, withChildcare: weekPresets.mon_fri_8_16 }
    expect(explain('shift', {}, childcare)).toEqual([
      'Ore del turno non coperte: 20',
      'lun–ven 08:00–09:00',
      'lun–ven 13:00–16:00',
      'Con un servizio per i figli il turno sarebbe possibile',
    ])
  })

  test('numbers, money and days the Italian way', () => {
    const area = { lat: 44.8853, lng: 7.3314 }
    expect(explain('commute', {}, { area })).toEqual(['34,7 km: oltre i 20 km che può percorrere'])
    expect(explain('pay', {}, { minPayCents: 150_050 })[0]).toMatch(
      /^1200,00\s€ al mese: meno dei 1500,50\s€/,
    )
    expect(explain('start', {}, { freeFrom: '2026-05-01' })).toEqual([
      'Può iniziare solo dal 1 mag 2026, dopo il termine del 15 apr 2026',
    ])
  })

  test('levels of skills and of Italian', () => {
    const requiredSkills = (['sk-pizza', 'sk-forklift'] as const).map((code) => ({ code, level: 2 as const }))
    expect(explain('skills', { requiredSkills }, { skills: { 'sk-forklift': 1 } })).toEqual([
      'Manca almeno una competenza richiesta',
      'sk-pizza: serve il livello autonomo, manca',
      'sk-forklift: serve il livello autonomo, il suo è più basso',
    ])
    expect(explain('language', { italianWritten: 3 }, {})).toContain('Scritto: serve B1, oggi A1')
  })

  test('permits that never come, not yet, or end', () => {
    expect(explain('permit', {}, { mayWorkFrom: '9999-12-31' })).toEqual(['Al momento non può lavorare'])
    expect(explain('permit', {}, { mayWorkFrom: '2026-06-01' })).toEqual(['Può lavorare solo dal 1 giu 2026'])
    expect(explain('permit', {}, { permitUntil: '2026-03-10' })[0]).toMatch(
      /^Il permesso scade il 10 mar 2026/,
    )
  })
})

describe('ranges in words', () => {
  const keys = (mask: bigint) => explainRanges(toRanges(mask)).map(({ key }) => key)

  test('days with the same hours are said once', () => {
    expect(keys(weekPresets.always)).toEqual(['matching_range_every_day'])
    expect(keys(weekPresets.mon_sat_6_14)).toEqual(['matching_range_mon_sat'])
    expect(keys(weekPresets.mon_fri_9_18_break)).toEqual(['matching_range_mon_fri', 'matching_range_mon_fri'])
    expect(keys(weekPresets.weekend_8_16)).toEqual(['matching_range_weekend'])
    expect(keys(parseRanges([{ day: 6, from: 44, to: 12 }]))).toEqual(['matching_range_sun'])
  })

  test('no range is lost', () => {
    const days = { every_day: 7, mon_sat: 6, mon_fri: 5, weekend: 2 } as Record<string, number>
    fc.assert(
      fc.property(openings(), ({ shiftOptions }) => {
        for (const option of shiftOptions) {
          const ranges = toRanges(option.type === 'fixed' ? option.mask : option.window)
          const said = explainRanges(ranges).map(({ key }) => days[key.replace('matching_range_', '')] ?? 1)
          expect(said.reduce((a, b) => a + b, 0)).toBe(ranges.length)
        }
      }),
    )
  })
})
