import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { like } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { migrateQueue } from '#app/platform/queue-postgres.server.ts'
import { heartbeats } from '#db/schema/operations.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { until } from './until.ts'

const db = useTestDatabase({ as: 'worker' })
beforeAll(() => migrateQueue(db.urls().workerUrl))

function startMain(env: Record<string, string>) {
  const child = spawn(process.execPath, ['scripts/launch.mjs', 'workers/main.ts'], {
    env: { ...process.env, DATABASE_URL: db.urls().workerUrl, LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { child, ended, output: () => output }
}

const beats = () => db.asSystem((tx) => tx.$count(heartbeats, like(heartbeats.process, 'worker:%')))

describe('the process of the worker', { timeout: 60_000 }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('shows that it is alive, and at %s ends well', async (signal) => {
    const { child, ended, output } = startMain({})
    await until('a sign of life', async () => (await beats()) === 1, 30_000)
    child.kill(signal)
    child.kill(signal)
    expect(await ended).toBe(0)
    expect(await beats()).toBe(0)
    const lines = output()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string })
    expect(lines.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['worker started', 'worker stopping']))
  })

  it('with a wrong configuration says which variables, and does not start', async () => {
    const { ended, output } = startMain({ APP_SECRET: 'short', SMTP_URL: 'http://no.example' })
    expect(await ended).toBe(1)
    expect(output()).toContain('APP_SECRET is too short')
    expect(output()).toContain('SMTP_URL must be an smtp:// address')
  })

  it('with the web’s way into the database says so, and does not start', async () => {
    const { ended, output } = startMain({ DATABASE_URL: db.urls().webUrl })
    expect(await ended).toBe(1)
    expect(output()).toContain('DATABASE_URL is the address of passaparola_web')
  })
})
