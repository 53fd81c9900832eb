import { expect, test } from 'vitest'
import { personHints } from './person-hints.ts'

test('a story about the firm has nothing to read again', () => {
  expect(
    personHints([
      'Terzo turno coperto in 18 giorni',
      'Ci mancavano due addetti al confezionamento e le agenzie non ne trovavano. Si tratta di un lavoro a ciclo continuo.',
      'Dopo 14 mesi il turno è stabile e gli straordinari sono scesi del 30 per cento.',
    ]),
  ).toEqual([])
})

test('origin, family, age and history are pointed out as they were written, once', () => {
  expect(
    personHints([
      'Una ragazza nigeriana di 24 anni',
      'La Ragazza, rifugiata, è incinta e ha due figli.',
      'A refugee and mother',
    ]),
  ).toEqual(['ragazza', 'nigeriana', '24 anni', 'rifugiata', 'incinta', 'figli', 'refugee', 'mother'])
})
