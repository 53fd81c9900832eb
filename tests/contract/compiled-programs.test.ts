import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inRoot } from '../../scripts/paths.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'programs-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Starts a service in a process of its own, for long enough to keep what was compiled. @returns what it says. */
async function start(says: string, id: string, flags: string[] = []): Promise<string> {
  const code = `
    import { AFTER, BEFORE, runCompiled } from ${JSON.stringify(inRoot('scripts/compiled.mjs'))}
    const text = BEFORE + ${JSON.stringify(`console.log('${says}', moduleUrl, typeof require); setTimeout(() => undefined, 200)`)} + AFTER
    runCompiled({ file: ${JSON.stringify(join(folder, 'program.cjs'))}, text, id: '${id}' }, 0)`
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...flags,
    '--input-type=module',
    '-e',
    code,
  ])
  return stdout.trim()
}
const said = (word: string): string => `${word} file://${folder}/program.cjs function`

describe('a service starts with what V8 compiled before', () => {
  it('keeps it after the first start and uses it at the next', async () => {
    expect(await start('first', 'a')).toBe(said('first'))
    expect(readdirSync(folder)).toEqual(['program.cjs.a.compiled'])
    // Another text of the same length under the same id, which there never is: it says what was compiled.
    expect(await start('other', 'a')).toBe(said('first'))
  })

  it('never runs what was compiled of another text, and keeps one alone', async () => {
    await start('first', 'a')
    writeFileSync(join(folder, 'program.cjs.a.compiled.123'), 'left half written')
    expect(await start('other', 'b')).toBe(said('other'))
    expect(readdirSync(folder)).toEqual(['program.cjs.b.compiled'])
  })

  it.each([0, 100])('compiles anew when only %i bytes of it are left', async (bytes) => {
    await start('first', 'a')
    truncateSync(join(folder, 'program.cjs.a.compiled'), bytes)
    expect(await start('other', 'a')).toBe(said('other'))
    expect(await start('third', 'a')).toBe(said('other'))
  })

  it('compiles anew when some of it was lost on the way', async () => {
    await start('first', 'a')
    const kept = join(folder, 'program.cjs.a.compiled')
    const compiled = readFileSync(kept)
    writeFileSync(kept, compiled.fill(0, compiled.length / 2, compiled.length / 2 + 64))
    expect(await start('other', 'a')).toBe(said('other'))
    expect(await start('third', 'a')).toBe(said('other'))
  })

  it('compiles anew under other flags of V8, and keeps that', async () => {
    await start('first', 'a')
    expect(await start('other', 'a', ['--no-opt'])).toBe(said('other'))
    expect(await start('third', 'a', ['--no-opt'])).toBe(said('other'))
  })

  it('starts where nothing can be kept', async () => {
    rmSync(folder, { recursive: true })
    expect(await start('first', 'a')).toBe(said('first'))
    expect(await start('other', 'a')).toBe(said('other'))
    folder = mkdtempSync(join(tmpdir(), 'programs-'))
  })
})
