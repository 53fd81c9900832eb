import { expect, it } from 'vitest'
import { refuseUnsafeServer } from '#db/migrate.ts'

it.each([140_012, 150_008, 160_004, 170_000])('a PostgreSQL of version %i is refused', (version) => {
  expect(() => refuseUnsafeServer(version)).toThrow('too old')
})

it.each([150_009, 160_005, 170_001, 180_000])('a PostgreSQL of version %i is not', (version) => {
  expect(() => refuseUnsafeServer(version)).not.toThrow()
})
