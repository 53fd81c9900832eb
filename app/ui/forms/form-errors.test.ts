import { expect, test } from 'vitest'
import { summaryOf } from '#app/ui/forms/form-errors.ts'

test('a message links to its field by the id that conform gives it', () => {
  expect(summaryOf({ id: 'apri', allErrors: { title: ['Scrivi un titolo.'] } })).toEqual([
    { message: 'Scrivi un titolo.', fieldId: 'apri-title' },
  ])
})

test('a message of the whole form links nowhere', () => {
  expect(summaryOf({ id: 'apri', allErrors: { '': ['Riprova.'], note: null } })).toEqual([
    { message: 'Riprova.' },
  ])
})

test('a message about an item of a list leads to the list', () => {
  expect(summaryOf({ id: 'apri', allErrors: { 'skills[2]': ['Non esiste.'] } })[0]?.fieldId).toBe(
    'apri-skills',
  )
})
