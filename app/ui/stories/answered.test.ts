import { expect, test } from 'vitest'
import { answeredBy } from './answered.ts'

const refused = (error: Record<string, string[]>, initialValue: Record<string, string> = {}) => ({
  result: { status: 'error' as const, error, initialValue },
})

test('what is wrong with the words goes back to the words', () => {
  const answer = refused({ need: ['Troppo breve'] }, { title: 'Un titolo' })
  expect(answeredBy(answer)).toMatchObject({ words: answer.result, problem: undefined, note: undefined })
})

test('a refusal of the words as a whole keeps what was typed', () => {
  const answer = refused({ '': ['Qualcun altro l’ha cambiata'] }, { title: 'Un titolo' })
  expect(answeredBy(answer)).toMatchObject({ words: answer.result, problem: undefined })
})

test('a refused step shows above the page, or beside its one field', () => {
  expect(answeredBy(refused({ '': ['Non è verificata'] }))).toMatchObject({
    words: undefined,
    problem: 'Non è verificata',
  })
  expect(answeredBy(refused({ note: ['Scrivi perché'] }))).toMatchObject({
    words: undefined,
    problem: undefined,
    note: ['Scrivi perché'],
  })
})

test('nothing was sent, nothing is said', () => {
  expect(answeredBy(undefined)).toEqual({
    words: undefined,
    problem: undefined,
    note: undefined,
    namesNobody: undefined,
  })
})
