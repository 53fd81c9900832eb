import { describe, expect, test } from 'vitest'
import { hasImports } from '#app/domain/taxonomy/vocabulary.ts'
import { withEsco } from '#tests/support/esco-import.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

describe('a process that has read imported words', () => {
  useTestDatabase()
  test('knows that there are some', async () => {
    await withEsco({ skills: 30, occupations: 10, perOccupation: 4 })
    expect(hasImports()).toBe(true)
  })
})

describe('and finds tables that hold none', () => {
  useTestDatabase()
  test('has forgotten them', () => {
    expect(hasImports()).toBe(false)
  })
})
