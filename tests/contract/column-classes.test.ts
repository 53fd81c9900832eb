import { readFileSync } from 'node:fs'
import { getTableColumns, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { columnClasses, type ColumnClass } from '#app/domain/disclosure/column-classes.ts'
import { profiles } from '#db/schema/candidates.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

type Column = { table: string; column: string; type: string }

const db = useTestDatabase()

const inDatabase = (): Promise<Column[]> =>
  db.asSystem(async (tx) => [
    ...(await tx.execute<Column>(
      sql`select table_name as table, column_name as column, data_type as type from information_schema.columns
        where table_schema = 'public' order by 1, 2`,
    )),
  ])

const classified = Object.entries(columnClasses).flatMap(([table, columns]) =>
  Object.entries(columns).map(([column, kind]: [string, ColumnClass]) => ({ table, column, kind })),
)
const name = ({ table, column }: { table: string; column: string }) => `${table}.${column}`

test('every column of the tables about persons has a class, and every class its column', async () => {
  const real = (await inDatabase()).filter(({ table }) => table in columnClasses)
  expect(classified.map(name).toSorted()).toEqual(real.map(name).toSorted())
})

test('a table that names a person, or one of her cards, is among them', async () => {
  const columns = await inDatabase()
  const ofPersons = columns.filter(({ column }) => column === 'candidate_id' || column === 'card_id')
  expect(ofPersons.map(({ table }) => table).filter((table) => !(table in columnClasses))).toEqual([])
  expect(ofPersons.length).toBeGreaterThan(5)
})

test('what is sealed is stored as bytes, and bytes are nothing that a card may show', async () => {
  const bytes = (await inDatabase())
    .filter(({ table, type }) => table in columnClasses && type === 'bytea')
    .map(name)
  const sealed = classified.filter(({ kind }) => kind === 'sealed').map(name)
  expect(sealed.filter((column) => !bytes.includes(column))).toEqual([])
  const kinds = new Map(classified.map((column) => [name(column), column.kind]))
  expect(bytes.filter((column) => !['sealed', 'stage2', 'stage3'].includes(kinds.get(column) ?? ''))).toEqual(
    [],
  )
})

test('the facts that a card is made of come from columns of that class alone', () => {
  const reader = readFileSync('app/domain/proposals/card-facts.server.ts', 'utf8')
  const columns = getTableColumns(profiles)
  const read = [...reader.matchAll(/: profiles\.(\w+)/g)].map(
    ([, key]) => columns[key as keyof typeof columns].name,
  )
  const kinds: Record<string, ColumnClass> = columnClasses.profiles
  expect(read.length).toBeGreaterThan(5)
  // Whether she is in the engine is asked, and not shown.
  expect(read.filter((column) => kinds[column] !== 'card')).toEqual(['matchable'])
})
