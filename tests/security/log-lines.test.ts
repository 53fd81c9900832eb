import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'

/** What a process of ours writes when it is given what must not get through: words of somebody, line breaks, an error's message. */
const PROGRAM = `
  import { errorFields, log } from './app/platform/log.server.ts'
  log.info({ requestId: 'a\\n{"level":"fatal","msg":"forged"}', email: 'amina@persone.example', body: 'Amina' }, 'request')
  log.warn({ reason: 'b\\r\\nc\\u2028d\\u001b[2J' }, 'work')
  log.error(errorFields(new TypeError('Amina is not a function')), 'fault')
`

let lines: string[]
let complaints: string

beforeAll(() => {
  const ran = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PROGRAM], {
    encoding: 'utf8',
    env: { ...process.env, LOG_LEVEL: 'info', NODE_ENV: 'production' },
  })
  lines = ran.stdout.trimEnd().split('\n')
  complaints = ran.stderr
})

describe('a log', () => {
  it('goes to standard output alone, a line of JSON for each thing that happened, whatever is in it', () => {
    expect(lines).toHaveLength(3)
    const read = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(read.map(({ level, msg }) => [level, msg])).toEqual([
      ['info', 'request'],
      ['warn', 'work'],
      ['error', 'fault'],
    ])
    expect(complaints).toBe('')
  })

  it('tells the instant of each in UTC', () => {
    for (const line of lines) {
      const { time } = JSON.parse(line) as { time: string }
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    }
  })

  it('drops every field that was not decided on, and the words of an error', () => {
    const text = lines.join('\n')
    for (const secret of ['Amina', 'amina@persone.example', 'email', 'body'])
      expect(text).not.toContain(secret)
    expect(text).toContain('TypeError')
  })

  it('lets no control character through to the screen of whoever reads it', () => {
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f]/)
  })
})
