import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { trustKinds } from '#app/domain/trust/event-kinds.ts'
import { filesUnder } from '../../scripts/content-hash.mjs'

const ROOT = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

/** A command that records trust events, and the tables beside it that say which. */
const commandWithTables = (file: string): string => {
  const source = read(file)
  const beside = [...source.matchAll(/from '\.\/([a-z-]+\.ts)'/g)].map(([, name]) =>
    join(dirname(file), name ?? ''),
  )
  return [source, ...beside.filter((table) => existsSync(join(ROOT, table))).map(read)].join('\n')
}

it('every kind of event comes from a command; silence alone is worked out', () => {
  const commands = ['app/domain', 'workers']
    .flatMap(filesUnder)
    .filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('app/domain/trust/'),
    )
    .filter((file) => read(file).includes('recordTrustEvent('))
    .map(commandWithTables)
  expect(commands.length).toBeGreaterThan(5)
  const orphans = trustKinds.filter((kind) => !commands.some((source) => source.includes(`'${kind}'`)))
  expect(orphans).toEqual(['silence_week'])
})
