import { describe, expect, test } from 'vitest'
import { defaultTexts } from '../messages/default-texts.ts'
import type { MessageTexts } from '../messages/templates.ts'
import type { WordedLetter } from './letters.ts'
import { wordLetter } from './word-letter.ts'

const link = 'https://rete.example/c/abc'
const openingTitle = 'Aiuto cuoco'
const event = {
  ...{ title: 'Porte aperte', place: 'via Cigna 14, Torino', purpose: 'Due ore per vedersi.' },
  startsAt: new Date('2027-07-01T08:00:00Z'),
  endsAt: new Date('2027-07-01T10:30:00Z'),
}
const letters: WordedLetter[] = [
  { template: 'opening_acknowledged', facts: { openingTitle, link } },
  {
    template: 'no_match',
    facts: { openingTitle, link, advice: { advice: 'transport', reach: 'many_more' } },
  },
  { template: 'opening_still_open', facts: { openingTitle, link } },
  { template: 'proposal_reminder', facts: { openingTitle, link } },
  { template: 'proposal_reminder_last', facts: { openingTitle, link } },
  { template: 'not_now_thanks', facts: { openingTitle } },
  { template: 'check_in', facts: { kind: 'trial' } },
  { template: 'internship_ends_soon', facts: { endsOn: '2027-01-15' } },
  { template: 'hire_thanks', facts: {} },
  { template: 'story_invitation', facts: { link } },
  { template: 'story_thanks', facts: { link } },
  { template: 'referral_invitation', facts: { link } },
  { template: 'event_invitation', facts: { ...event, link } },
  { template: 'event_reminder', facts: { ...event, link } },
  { template: 'event_moved', facts: { ...event, link } },
  { template: 'event_called_off', facts: event },
]

const words = (
  letter: WordedLetter,
  locale: 'it' | 'en',
  texts: MessageTexts = defaultTexts[letter.template],
) => wordLetter(letter, { locale, company: 'Trattoria Po', texts })

describe('a letter in words', () => {
  test.each(letters)('$template has nothing left to fill in, in either language', (letter) => {
    for (const locale of ['it', 'en'] as const) {
      const { subject, paragraphs, action } = words(letter, locale)
      expect([subject, ...paragraphs, action ?? ''].join(' ')).not.toMatch(/[{}]|undefined|null/)
      expect(action === null).toBe(!('link' in letter.facts))
    }
  })

  test('says the day, the kind and the advice as people write them, and no count', () => {
    const said = (index: number, locale: 'it' | 'en') =>
      words(letters[index] as WordedLetter, locale).paragraphs.join(' ')
    expect(said(7, 'it')).toContain('15 gennaio 2027')
    expect(said(6, 'en')).toContain('the trial period')
    expect(said(12, 'it')).toContain('giovedì 1 luglio 2027, dalle 10:00 alle 12:30, via Cigna 14, Torino')
    expect(said(12, 'en')).toMatch(/Thursday,? 1 July 2027, 10:00 to 12:30/)
    expect(said(1, 'it')).toContain('molte più persone: organizzare il trasporto')
    expect(said(1, 'it')).not.toMatch(/\d/)
    const without = { ...letters[1], facts: { openingTitle, link, advice: null } } as WordedLetter
    expect(words(without, 'it').paragraphs.join(' ')).toContain('Di solito aiutano tre cose')
  })

  test('is written by coordinators, with the company by its name', () => {
    const own = { subject: 'Ciao', body: 'a {azienda}\n\nper {opportunita}', action: 'Apri' }
    expect(words(letters[0] as WordedLetter, 'it', { it: own, en: own })).toEqual({
      ...{ subject: 'Ciao', paragraphs: ['a Trattoria Po', 'per Aiuto cuoco'] },
      ...{ action: 'Apri', afterwards: [] },
    })
  })
})
