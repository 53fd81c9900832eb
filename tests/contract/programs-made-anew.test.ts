import fs, { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { bundle } from '../../scripts/bundle.mjs'
import { inData, inRoot, ROOT } from '../../scripts/paths.mjs'

const folder = inData(`programs-${String(process.pid)}`)
const source = path.join(folder, 'one.ts')
const program = path.relative(ROOT, source)
const before = new Date('2026-01-01')
let file = ''

/** All that is written here is of the same age and length: neither may decide alone. */
const write = async (word: string) => {
  writeFileSync(source, `console.log('${word}')\n`)
  utimesSync(source, before, before)
  // What was written in the same moment is never held for known.
  await new Promise((resolve) => setTimeout(resolve, 50))
}
const make = async () => readFileSync((await bundle(program)).file, 'utf8')

beforeAll(async () => {
  mkdirSync(folder)
  await write('first')
  file = (await bundle(program)).file
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(file, { force: true })
})

it('a program is made once, as long as nothing changes', async () => {
  expect(await make()).toContain('first')
  const { ino } = statSync(file)
  await make()
  expect(statSync(file).ino).toBe(ino)
})

it('it is made anew when a source is another, of whatever age', async () => {
  await write('other')
  expect(await make()).toContain('other')
})

it.each([
  ['by another Node', /"version":"v[^"]+"/, '"version":"v1.0.0"'],
  ['at another place', /"root":"[^"]+"/, '"root":"/somewhere"'],
  ['before npm installed something', /\["node_modules\/\.package-lock\.json","[^"]+"\]/, null],
  ['before the lock file changed', /\["package-lock\.json","[^"]+"\]/, null],
])('it is made anew when it was made %s', async (_, stamp, instead) => {
  const made = await make()
  const [found = ''] = stamp.exec(made) ?? []
  expect(found).not.toBe('')
  writeFileSync(file, made.replace(found, instead ?? found.replace(/"[^"]+"\]$/, '"1:1"]')))
  expect(await make()).toBe(made)
})

it.each([
  ['in its text', (made: string) => made.replace('console.log', 'console.lag')],
  ['in what it was made of', (made: string) => made.slice(0, -20)],
  ['and nothing is left', () => ''],
])('it is made anew when a disk has damaged it %s', async (_, damage) => {
  const made = await make()
  writeFileSync(file, damage(made))
  expect(await make()).toBe(made)
})

it('it is made anew when what it was made of is not to be found', async () => {
  const made = await make()
  writeFileSync(file, made.replace('["tsconfig.json","', '["nowhere.json","new"],["tsconfig.json","'))
  expect(await make()).toBe(made)
})

it('a service runs where nothing can be written, and says so', async () => {
  const service = 'tests/faults/runner/worker.ts'
  rmSync(inRoot('build/programs/tests-faults-runner-worker.cjs'), { force: true })
  const full = vi.spyOn(fs, 'writeFileSync').mockImplementation(() => {
    throw Object.assign(new Error('full'), { code: 'ENOSPC' })
  })
  const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  try {
    expect((await bundle(service)).text).toContain('follow_up.due')
    expect(said).toHaveBeenCalledWith(expect.stringContaining('ENOSPC'))
    rmSync(file)
    await expect(bundle(program)).rejects.toThrow('full')
  } finally {
    full.mockRestore()
    said.mockRestore()
  }
})
