import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkRows } from '#app/domain/imports/check-rows.server.ts'
import { MOST_ROWS, readFile } from '#app/domain/imports/read-file.server.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { vatIdOf } from '#tests/support/factories/sequence.ts'

let restore: () => void
beforeAll(() => {
  restore = setClock(() => new Date('2026-11-23T10:00:00Z'))
})
afterAll(() => restore())

const somebody = newId<UserId>()
const HEADER = 'Azienda;Partita IVA;Data;Tipo;Esito;Minuti;Nota'
const read = (text: string | Uint8Array) => {
  const file = readFile(typeof text === 'string' ? Buffer.from(text) : text)
  return file.ok ? checkRows(file.rows, somebody) : file
}
const problems = (text: string | Uint8Array) => {
  const answer = read(text)
  return answer.ok ? [] : answer.problems.map(({ line, column, reason }) => [line, column, reason])
}
const rows = (...lines: string[]) => [HEADER, ...lines].join('\r\n')

it('is taken where every row says what it must, a mark of order and empty rows aside', () => {
  const answer = read(
    `\uFEFF${rows('Forno Langa;;07/03/2026;telefonata;positivo;15;Due righe', ';;;;;;', 'Bar;;2026-03-08;visita;neutro;;')}`,
  )
  expect(answer).toMatchObject({
    ok: true,
    firms: [{ name: 'Forno Langa' }, { name: 'Bar' }],
    rows: [
      { line: 2, firm: 0, kind: 'call', outcome: 'positive', minutes: 15, occurredOn: '2026-03-07' },
      { line: 4, firm: 1, kind: 'visit', outcome: 'neutral', minutes: null, note: '' },
    ],
  })
})

it('may separate by commas, hold line breaks in a note, and lose the zeros of a partita IVA', () => {
  const vatId = vatIdOf(12_345)
  expect(vatId.startsWith('0')).toBe(true)
  const cut = String(Number(vatId))
  const answer = read(
    `company,vat,date,type,outcome,note\nX,${cut},01/02/2026,call,neutral,"one\ntwo"\nY,,02/02/2026,call,neutral,z`,
  )
  expect(answer).toMatchObject({ ok: true, rows: [{ note: 'one\ntwo' }, { line: 3 }] })
  expect(answer.ok && answer.firms[0]?.vatId).toBe(vatId)
})

it('of one firm is one, however its name is written', () => {
  const row = (name: string) => `${name};;07/03/2026;telefonata;positivo;;`
  const answer = read(rows(row('Forno Langa'), row('FORNO LANGA S.r.l.'), row('Il Forno della Langa')))
  expect(answer.ok && answer.firms).toHaveLength(1)
})

it.each([
  ['nothing', '', [[null, null, 'imports_file_empty']]],
  ['only a header', HEADER, [[null, null, 'imports_file_empty']]],
  [
    'no needed column',
    'Nome;Quando\nx;y',
    [
      [1, 'company', 'imports_column_missing'],
      [1, 'day', 'imports_column_missing'],
      [1, 'kind', 'imports_column_missing'],
      [1, 'outcome', 'imports_column_missing'],
    ],
  ],
  ['a column twice', `${HEADER};Giorno\nx`, [[1, null, 'imports_column_twice']]],
  ['a quote that is never closed', rows('"Forno;;07/03/2026;visita;neutro;;'), [[2, null, 'imports_no_csv']]],
])('with %s is refused', (_, text, expected) => {
  expect(problems(text)).toEqual(expected)
})

it('in another encoding is refused with the row where it shows', () => {
  const latin = Buffer.from(
    rows('Bar;;07/03/2026;visita;neutro;;', 'Caffè;;07/03/2026;visita;neutro;;'),
    'latin1',
  )
  expect(problems(latin)).toEqual([[3, null, 'imports_encoding']])
  expect(problems(Buffer.from(`\uFEFF${HEADER}`, 'utf16le'))).toMatchObject([[1, null, 'imports_encoding']])
})

it('with too many rows is refused with the first that is too many', () => {
  const row = 'Bar;;07/03/2026;visita;neutro;;'
  expect(problems(rows(...Array<string>(MOST_ROWS).fill(row)))).toEqual([])
  expect(problems(rows(...Array<string>(MOST_ROWS + 1).fill(row)))).toEqual([
    [MOST_ROWS + 2, null, 'imports_rows_too_many'],
  ])
})

it.each([
  ['no company', ';;07/03/2026;visita;neutro;;', ['company', 'imports_company_missing']],
  ['a wrong partita IVA', 'Bar;01234567890;07/03/2026;visita;neutro;;', ['vatId', 'imports_vat_wrong']],
  ['a day that does not exist', 'Bar;;31/02/2026;visita;neutro;;', ['day', 'imports_day_wrong']],
  ['a day to come', 'Bar;;24/11/2026;visita;neutro;;', ['day', 'relationship_day_not_past']],
  ['a day of the last century', 'Bar;;31/12/1999;visita;neutro;;', ['day', 'relationship_day_not_past']],
  ['an unknown kind', 'Bar;;07/03/2026;fax;neutro;;', ['kind', 'imports_kind_unknown']],
  ['an unknown outcome', 'Bar;;07/03/2026;visita;boh;;', ['outcome', 'imports_outcome_unknown']],
  [
    'minutes that are no number',
    'Bar;;07/03/2026;visita;neutro;un’ora;',
    ['minutes', 'relationship_minutes_wrong'],
  ],
  ['no minutes at all', 'Bar;;07/03/2026;visita;neutro;0;', ['minutes', 'relationship_minutes_wrong']],
  ['more than a day', 'Bar;;07/03/2026;visita;neutro;721;', ['minutes', 'relationship_minutes_wrong']],
  ['a long note', `Bar;;07/03/2026;visita;neutro;;${'x'.repeat(1_001)}`, ['note', 'relationship_note_long']],
  ['a long name', `${'B'.repeat(201)};;07/03/2026;visita;neutro;;`, ['company', 'imports_company_long']],
])('with %s is refused with its row and column, and nothing of it is taken', (_, row, [column, reason]) => {
  expect(problems(rows('Bar;;07/03/2026;visita;neutro;;', row))).toEqual([[3, column, reason]])
})

it('gives the same rows the same keys, each of two that say the same its own, and nobody else’s', () => {
  const row = 'Bar;;07/03/2026;visita;neutro;;'
  const keys = (text: string, userId = somebody) => {
    const file = readFile(Buffer.from(text))
    const checked = file.ok ? checkRows(file.rows, userId) : file
    return checked.ok ? checked.rows.map(({ key }) => key) : []
  }
  const [first, second] = keys(rows(row, row))
  expect(first).not.toBe(second)
  expect(keys(rows('Altro;;07/03/2026;visita;neutro;;', row, row)).slice(1)).toEqual([first, second])
  expect(keys(rows(row), newId<UserId>())).not.toContain(first)
})
