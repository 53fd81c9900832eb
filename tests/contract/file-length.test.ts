import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { filesUnder } from '../../scripts/content-hash.mjs'

const ROOT = join(import.meta.dirname, '../..')
const CEILING = 300
const FOLDERS = ['app', 'db', 'emails', 'scripts', 'tests', 'workers', 'server.ts']
/** What a person writes; migrations and the messages' functions are written by programs. */
const WRITTEN = /\.(ts|tsx|mjs|scss)$/
const BY_PROGRAMS = /^(db\/migrations|app\/locales\/generated)\//

it(`no source and no test passes ${CEILING} lines`, () => {
  const files = FOLDERS.flatMap(filesUnder).filter((file) => WRITTEN.test(file) && !BY_PROGRAMS.test(file))
  const lengths = files.map((file) => {
    const lines = readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length
    return { file, lines }
  })
  expect(files.length).toBeGreaterThan(900)
  expect(lengths.filter(({ lines }) => lines > CEILING)).toEqual([])
})

it('each decision has a number of its own, and says it in its title', () => {
  const files = filesUnder('docs/decisions').filter((file) => file.endsWith('.md'))
  const numbers = files.map((file) => basename(file).slice(0, 3))
  expect(numbers.length).toBeGreaterThan(20)
  expect(numbers.filter((number, place) => numbers.indexOf(number) !== place)).toEqual([])
  for (const file of files)
    expect(readFileSync(join(ROOT, file), 'utf8').slice(0, 5)).toBe(`# ${basename(file).slice(0, 3)}`)
})
