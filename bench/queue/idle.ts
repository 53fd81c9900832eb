import { Redis } from 'ioredis'
import { SECOND } from '#app/domain/shared/durations.ts'
import type { QueueSettings } from '#app/platform/queue.server.ts'
import { useDatabase } from '#db/client.ts'
import { startWorker } from '#workers/run-worker.ts'
import { TIMINGS } from '#workers/timings.ts'
import { pause } from '../../scripts/processes.mjs'
import { bare, CONCURRENCY } from './backend.ts'
import { startStatementCounter } from './statement-counter.ts'

/** What a worker costs a second while there is nothing to do: statements and commands, milliseconds of its CPU. */
export type Idle = { statements: number; cpu: number }

const SETTLES = 8 * SECOND
const WATCHED = 30 * SECOND

async function commands(redisUrl: string | undefined): Promise<number> {
  if (!redisUrl) return 0
  const redis = new Redis(redisUrl)
  const info = await redis.info('stats')
  redis.disconnect()
  return Number(/total_commands_processed:(\d+)/.exec(info)?.[1] ?? 0)
}

/** Looking at Redis is a command too: one to say who we are, one to ask, each time. */
const OWN_COMMANDS = 2

async function watch(
  settings: QueueSettings,
  start: (settings: QueueSettings) => Promise<() => Promise<void>>,
): Promise<Idle> {
  const counter = await startStatementCounter(settings.DATABASE_URL)
  await useDatabase(counter.url)
  const stop = await start({ ...settings, DATABASE_URL: counter.url })
  try {
    await pause(SETTLES)
    const before =
      counter.sent() + (await commands(settings.REDIS_URL)) + (settings.REDIS_URL ? OWN_COMMANDS : 0)
    const cpu = process.cpuUsage()
    await pause(WATCHED)
    const { user, system } = process.cpuUsage(cpu)
    const after = counter.sent() + (await commands(settings.REDIS_URL))
    const seconds = WATCHED / SECOND
    return { statements: (after - before) / seconds, cpu: (user + system) / 1000 / seconds }
  } finally {
    await stop()
    await useDatabase(settings.DATABASE_URL)
    counter.stop()
  }
}

/** A bare BullMQ worker with nothing to do, and ours with all that it looks after. */
export async function idle(settings: QueueSettings): Promise<{ bare: Idle; ours: Idle }> {
  return {
    bare: await watch(settings, async (throughCounter) => {
      const contender = await bare(throughCounter)
      await contender.work(() => undefined)
      return contender.close
    }),
    ours: await watch(settings, (throughCounter) =>
      startWorker(throughCounter, { ...TIMINGS, concurrency: CONCURRENCY }),
    ),
  }
}
