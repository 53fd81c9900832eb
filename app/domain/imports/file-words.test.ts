import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interactionKinds, interactionOutcomes } from '../companies/interaction-kinds.ts'
import { columnOf, dayOf, importColumns, kindOf, minutesOf, outcomeOf, separatorOf } from './file-words.ts'

test('headings, kinds and outcomes are known in both languages, whatever the case, the accents and the spaces', () => {
  expect(
    ['AZIENDA', ' Ragione sociale ', 'P.IVA', 'partita_iva', 'Data', 'Tipo', 'ÉSITO'].map(columnOf),
  ).toEqual([...['company', 'company', 'vatId', 'vatId', 'day', 'kind', 'outcome']])
  expect(['E-mail', 'Telefonata', 'riunione', 'VISIT', 'evento', 'fax', ''].map(kindOf)).toEqual([
    ...['mail', 'call', 'meeting', 'visit', 'event', null, null],
  ])
  expect(['Nessuna risposta', 'no answer', 'positiva', 'Così così', 'boh'].map(outcomeOf)).toEqual([
    ...['no_answer', 'no_answer', 'positive', 'neutral', null],
  ])
})

test('whatever we know ourselves has a word', () => {
  const words = ['telefonata', 'visita', 'e-mail', 'incontro', 'evento']
  expect(words.map(kindOf)).toEqual(['call', 'visit', 'mail', 'meeting', 'event'])
  expect(new Set(words.map(kindOf))).toEqual(new Set(interactionKinds))
  const outcomes = ['positivo', 'neutro', 'negativo', 'nessuna risposta']
  expect(new Set(outcomes.map(outcomeOf))).toEqual(new Set(interactionOutcomes))
  expect(
    new Set(['azienda', 'partita iva', 'data', 'tipo', 'esito', 'minuti', 'nota'].map(columnOf)),
  ).toEqual(new Set(importColumns))
})

test('every day is read back from each way in which it is written', () => {
  const two = (number: number) => String(number).padStart(2, '0')
  fc.assert(
    fc.property(
      fc.integer({ min: 2000, max: 2099 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      fc.constantFrom('/', '-', '.'),
      (year, month, day, sign) => {
        const iso = `${year}-${two(month)}-${two(day)}`
        expect(dayOf(iso)).toBe(iso)
        expect(dayOf([day, month, year].join(sign))).toBe(iso)
        expect(dayOf([two(day), two(month), year].join(sign))).toBe(iso)
      },
    ),
  )
})

test('what is no day is none: two digits for the year, words, numbers of a spreadsheet', () => {
  expect(['07/03/26', 'ieri', '46088', '', '2026/03/07', '7-2026'].map(dayOf)).toEqual(Array(6).fill(null))
})

test('minutes are whole numbers, nothing, or wrong', () => {
  expect(['', '15', '0015', '1,5', '15 min', '-3'].map(minutesOf)).toEqual([null, 15, 15, NaN, NaN, NaN])
})

test('cells are separated by what the header has most of', () => {
  expect(separatorOf('Azienda;Data;Tipo')).toBe(';')
  expect(separatorOf('Azienda,Data,Tipo')).toBe(',')
  expect(separatorOf('Azienda\tData\tTipo')).toBe('\t')
  expect(separatorOf('Azienda')).toBe(';')
})
