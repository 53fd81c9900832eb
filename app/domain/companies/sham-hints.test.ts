import { expect, test } from 'vitest'
import { MANY_CARDS, shamHintsOf } from './sham-hints.ts'

const sound = {
  emails: ['hr@officine-bianchi.example', null],
  openings: [
    { kind: 'internship', payMonthlyCents: 60_000 },
    { kind: 'training', payMonthlyCents: null },
  ],
  humanContacts: 1,
  registerSeen: true,
  website: 'https://www.officine-bianchi.example/contatti',
  cardsOpened: 2,
  texts: ['Montaggio di telai, due turni; si impara sul posto.'],
}

test('a firm with its own mail, pay on its openings and somebody met shows no sign', () => {
  expect(shamHintsOf(sound)).toEqual([])
})

test('each sign is shown by itself', () => {
  expect(shamHintsOf({ ...sound, emails: ['officine.bianchi@Gmail.com'] })).toEqual(['free_mail'])
  expect(shamHintsOf({ ...sound, openings: [{ kind: 'job', payMonthlyCents: 0 }] })).toEqual(['no_pay'])
  expect(shamHintsOf({ ...sound, humanContacts: 0 })).toEqual(['no_human_contact'])
  expect(shamHintsOf({ ...sound, registerSeen: false })).toEqual(['no_register'])
  expect(shamHintsOf({ ...sound, cardsOpened: MANY_CARDS })).toEqual(['many_cards'])
})

test('an address of its own that is not of its site is a sign', () => {
  expect(shamHintsOf({ ...sound, website: 'https://altro.example' })).toEqual(['other_domain'])
  for (const website of ['https://negozio.officine-bianchi.example', null, 'nessuno'])
    expect(shamHintsOf({ ...sound, website })).toEqual([])
})

test('words that ask what somebody is like are a sign, those about the work are none', () => {
  for (const text of [
    'Mandare foto e nazionalità',
    'Età massima 30 anni, bella presenza',
    'Per una signora single, convivente',
    'Please send photos; where she lives matters',
    'vitto e alloggio presso di noi? No: vitto e alloggio da noi',
  ])
    expect([text, shamHintsOf({ ...sound, texts: [text] })]).toEqual([text, ['asks_about_persons']])
  for (const text of [
    'Fotocomposizione e stampa',
    'Lavoro in coppia, singletto di sicurezza fornito',
    'Sposta merci con il transpallet; vive esperienze di squadra',
  ])
    expect([text, shamHintsOf({ ...sound, texts: [text] })]).toEqual([text, []])
})

test('an address that only looks like a free one is none', () => {
  expect(shamHintsOf({ ...sound, emails: ['hr@notgmail.com', 'hr@gmail.com.example'] })).toEqual([
    'other_domain',
  ])
})
