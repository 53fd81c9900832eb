import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNameOf } from '#app/domain/matching/constraints/exclusion.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const word = fc.constantFrom('el', 'amrani', 'elamrani', 'd', 'angelo', 'dangelo', 'rosa', 'rossi', 'neri')
const key = fc.uniqueArray(word, { minLength: 1, maxLength: 4 }).map((words) => words.toSorted().join(' '))

test('two names are one person’s for the rule and for the database alike, whichever comes first', async () => {
  const pairs = fc.sample(fc.tuple(key, key), { seed: 20261123, numRuns: 2_000 })
  const rows = await db.asSystem((tx) =>
    tx.execute<{ same: boolean }>(sql`
      select app.is_name_of(p->>0, p->>1) as same from jsonb_array_elements(${JSON.stringify(pairs)}::text::jsonb)
        with ordinality as t(p, at) order by at`),
  )
  expect(rows.map(({ same }) => same)).toEqual(pairs.map(([one, other]) => isNameOf(one, other)))
  expect(pairs.map(([one, other]) => isNameOf(other, one))).toEqual(rows.map(({ same }) => same))
  expect(rows.filter(({ same }) => same).length).toBeGreaterThan(100)
})

test.each([
  ['D’Angelo, Giulia', 'dangelo giulia', true],
  ['Łukasz Đorđević', 'lukasz dordevic', true],
  ['Yıldız Öztürk', 'yildiz ozturk', true],
  ['María\u200b José\u00ad Pérez', 'maria jose perez', true],
  ['Karim El Amrani', 'elamrani karim', true],
  ['Mario Rossi', 'mario giuseppe rossi', true],
  ['Mario Rossi', 'maria rossi', false],
  ['Rossi', 'mario rossi', false],
])('%s and %s: %s', async (typed, other, same) => {
  const [row] = await db.asSystem((tx) =>
    tx.execute<{ same: boolean; back: boolean }>(sql`
      select app.is_name_of(app.person_key(${typed}), app.person_key(${other})) as same,
        app.is_name_of(app.person_key(${other}), app.person_key(${typed})) as back`),
  )
  expect(row).toEqual({ same, back: same })
})
