import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Redis } from 'ioredis'
import { MINUTE, SECOND } from '#app/domain/shared/durations.ts'
import { together } from '#app/domain/shared/together.ts'
import type { QueueSettings } from '#app/platform/queue.server.ts'
import { startRedis } from '#tests/workers/redis-server.ts'
import { inRoot } from '../../scripts/paths.mjs'
import { pause } from '../../scripts/processes.mjs'
import { startStatementCounter } from './statement-counter.ts'

/** What a worker costs a second while there is nothing to do: statements and commands, milliseconds of its CPU. */
export type Idle = { statements: number; cpu: number }

/**
 * What a process that has just started compiles and clears away is no part of a rest. V8 does so when it likes, within minutes, and takes
 * 300 ms for it, as much as ten minutes of rest: both are told to in the middle of this time.
 */
const SETTLES = 2 * MINUTE
/** Long enough for what a worker does once a minute, and for a small collection to weigh no more than its share. */
const WATCHED = 4 * MINUTE

async function commands(redisUrl: string | undefined): Promise<number> {
  if (!redisUrl) return 0
  const redis = new Redis(redisUrl, { disableClientInfo: true, enableReadyCheck: false })
  const info = await redis.info('stats')
  redis.disconnect()
  return Number(/total_commands_processed:(\d+)/.exec(info)?.[1] ?? 0)
}

/** Looking at Redis is a command too, that of the first look. */
const OWN_COMMANDS = 1

/**
 * Each in a process of its own, started for it: what the rest of the benchmark leaves to be cleared away is not a worker's.
 */
async function watch(settings: QueueSettings, contender: 'bare' | 'ours'): Promise<Idle> {
  const counter = await startStatementCounter(settings.DATABASE_URL)
  const args = [contender, counter.url, ...(settings.REDIS_URL ? [settings.REDIS_URL] : [])]
  const child = fork(inRoot('bench/queue/idle-process.ts'), args, {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: counter.url },
  })
  const fallen = once(child, 'exit').then(() => Promise.reject(new Error(`the ${contender} worker ended`)))
  fallen.catch(() => undefined)
  const rest = (time: number) => Promise.race([pause(time), fallen])
  const said = async () => ((await Promise.race([once(child, 'message'), fallen])) as [NodeJS.CpuUsage])[0]
  const used = async () => {
    const answer = said()
    child.send('how much?')
    const { user, system } = await answer
    return (user + system) / 1000
  }
  try {
    await said()
    await rest(SETTLES / 2)
    child.send('clear away')
    await rest(SETTLES / 2)
    const before =
      counter.sent() + (await commands(settings.REDIS_URL)) + (settings.REDIS_URL ? OWN_COMMANDS : 0)
    const cpu = await used()
    await rest(WATCHED)
    const spent = (await used()) - cpu
    const after = counter.sent() + (await commands(settings.REDIS_URL))
    const seconds = WATCHED / SECOND
    return { statements: (after - before) / seconds, cpu: spent / seconds }
  } finally {
    if (child.connected) {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    }
    counter.stop()
  }
}

/**
 * A bare BullMQ worker with nothing to do, and ours with all that it looks after: at the same time, so that what else the machine
 * does hits both alike. A Redis counts all its commands together: each has its own.
 */
export async function idle(settings: QueueSettings): Promise<{ bare: Idle; ours: Idle }> {
  const other = settings.REDIS_URL ? await startRedis() : null
  try {
    const [bare, ours] = await together([
      watch({ ...settings, REDIS_URL: other?.url }, 'bare'),
      watch(settings, 'ours'),
    ])
    return { bare, ours }
  } finally {
    await other?.stop()
  }
}
