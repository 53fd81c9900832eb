import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dataMap } from '#app/domain/disclosure/data-map.ts'

const read = (file: string): string => readFileSync(file, 'utf8')
const PATH = /`((?:app|emails|tests)\/[\w./-]+\.test\.tsx?)`/g
const pathsIn = (text: string): string[] => [...text.matchAll(PATH)].flatMap(([, path]) => path ?? [])

/** The rows of every table in a page whose first cell looks as asked, each as its cells. */
const rowsOf = (text: string, first: RegExp): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    )
    .filter(([cell = '']) => first.test(cell))

describe('the documents that others rely on', () => {
  test.each(['docs/privacy/dpia.md', 'docs/security/asvs.md', 'docs/privacy/data-map.md'])(
    '%s names tests that exist',
    (file) => {
      const paths = pathsIn(read(file))
      expect(paths.length).toBeGreaterThan(0)
      expect(paths.filter((path) => !existsSync(path))).toEqual([])
    },
  )

  test('the data map says what the classes of the columns say: npm run data-map', () => {
    expect(read('docs/privacy/data-map.md')).toBe(dataMap())
  })

  test('SECURITY.md says in how many days what is mended, and where to tell of it', () => {
    const text = read('SECURITY.md')
    expect(text.match(/\| \d+ days\s+\|/g)?.length).toBeGreaterThan(3)
    expect(text).toContain('## How to report')
    expect(text).not.toMatch(/@[\w-]+\.\w/)
  })
})

describe('the impact assessment', () => {
  const risks = rowsOf(read('docs/privacy/dpia.md'), /^R\d+$/)

  test('numbers its risks, names a test for each, and leaves none as it was', () => {
    expect(risks.map(([id]) => id)).toEqual(risks.map((_, at) => `R${at + 1}`))
    expect(risks.length).toBeGreaterThan(10)
    for (const [, , severity, likelihood, , heldBy = '', left] of risks) {
      expect(pathsIn(heldBy).length).toBeGreaterThan(0)
      expect(Number(left)).toBeLessThanOrEqual(Number(severity) * Number(likelihood))
      expect(Number(left)).toBeGreaterThanOrEqual(1)
    }
  })
})

describe('the table of ASVS requirements', () => {
  const text = read('docs/security/asvs.md')
  const states = ['proven', 'open', 'not applicable'] as const
  const rows = rowsOf(text, /^\d+\.\d+\.\d+$/)
  const chapterOf = ([id = '']: string[]): number => Number(id.split('.')[0])

  test('has each requirement of levels 1 and 2 once, and chosen ones of level 3', () => {
    expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length)
    // ASVS 5.0.0 has 253 of levels 1 and 2: 29 of them in chapter 10 and 7 in chapter 17.
    expect(rows.filter(([, level]) => level === '1' || level === '2')).toHaveLength(253 - 29 - 7)
    expect(rows.every(([, level = '']) => /^[123]$/.test(level))).toBe(true)
  })

  test('calls proven what names a test, and nothing else', () => {
    for (const [id, , , state = '', proof = ''] of rows) {
      expect(states, id).toContain(state)
      expect(pathsIn(proof).length > 0, id).toBe(state === 'proven')
      expect(proof.length, id).toBeGreaterThan(2)
    }
  })

  test('adds up to the totals that stand above it', () => {
    const totals = (of: string[][]) =>
      states.map((state) => String(of.filter((row) => row[3] === state).length))
    const shown = rowsOf(text, /^(\d+ \w|all$)/)
    const chapters = [...new Set(rows.map(chapterOf))]
    expect(shown.map(([, ...numbers]) => numbers)).toEqual([
      ...chapters.map((chapter) => totals(rows.filter((row) => chapterOf(row) === chapter))),
      totals(rows),
    ])
  })
})
