import { useDatabase } from '#db/client.ts'
import { freePort } from '../../../scripts/ports.mjs'
import { pause } from '../../../scripts/processes.mjs'
import type { Random } from '../../../bench/random.ts'
import type { Weather } from './history.ts'
import type { OwnPostgres } from './own-postgres.ts'
import { startOwnRedis } from './own-redis.ts'
import { startScriptedSmtp } from './scripted-smtp.ts'
import { startTcpProxy } from './tcp-proxy.ts'
import { startWeb } from './web-process.ts'
import { type Point, startWorkerSlots } from './worker-slots.ts'

export type Backend = 'PostgreSQL' | 'Redis'

/** A warning or error that one of our processes logged, or that it wrote without being asked. */
export type Heard = { counts: Record<string, number>; lateWrites: number; strange: string[] }

const hearing = (heard: Heard) => (line: string) => {
  try {
    const { msg, level, reason } = JSON.parse(line) as { msg?: string; level?: string; reason?: string }
    if (msg === 'late write refused') heard.lateWrites += 1
    const what = msg === 'event let go of' ? `${msg} at ${String(reason)}` : msg
    if (what && level !== 'info') heard.counts[what] = (heard.counts[what] ?? 0) + 1
  } catch {
    if (line.trim()) heard.strange.push(line)
  }
}

type Trouble = Exclude<keyof Weather, 'webDown'>

/** How long Redis stays away when it is killed, for pages to be read meanwhile. */
const REDIS_GONE = 2_500

/**
 * Everything of one run on one queue: a database of its own, the queue, a mail server, wires that can be cut, two workers
 * and a web server, all of them processes that can be killed.
 */
export async function startMachine(
  postgres: OwnPostgres,
  backend: Backend,
  points: Point[],
  random: Random,
  prepare: () => Promise<void>,
) {
  const database = await postgres.database(`faults_${backend.toLowerCase()}`)
  await useDatabase(database.webUrl)
  await prepare()
  const redis = backend === 'Redis' ? await startOwnRedis() : null
  const smtp = await startScriptedSmtp(random)
  const wires = {
    database: await startTcpProxy(() => postgres.port),
    redis: await startTcpProxy(() => redis?.port ?? 1),
    smtp: await startTcpProxy(() => smtp.port),
  }
  const throughWire = (url: string, port: number) => {
    const changed = new URL(url)
    changed.port = String(port)
    return changed.href
  }
  const throughDatabaseWire = (url: string) => throughWire(url, wires.database.port)
  const REDIS_URL = redis ? `redis://127.0.0.1:${String(wires.redis.port)}` : ''
  const heard: Heard = { counts: {}, lateWrites: 0, strange: [] }
  /** When each trouble was over, by this process's clock: never yet, or not yet. */
  const over: Record<Trouble, number> = { queueDown: -Infinity, databaseDown: -Infinity }
  const shared = { LOG_LEVEL: 'warn', REDIS_URL }
  const port = (await freePort(0, '127.0.0.1')) as number
  const web = startWeb(
    port,
    {
      ...shared,
      DATABASE_URL: throughDatabaseWire(database.webUrl),
      SMTP_URL: `smtp://127.0.0.1:${String(wires.smtp.port)}`,
    },
    hearing(heard),
  )
  await web.untilUp()
  const workers = startWorkerSlots(
    { ...shared, DATABASE_URL: throughDatabaseWire(database.workerUrl), smtpPort: wires.smtp.port },
    points,
    random,
    hearing(heard),
  )
  smtp.atData(workers.atData)
  smtp.behave(false)
  const databaseBack: number[] = []
  const redisBack: number[] = []

  const during = async (trouble: Trouble, work: () => Promise<void>) => {
    over[trouble] = Infinity
    try {
      await work()
    } finally {
      over[trouble] = performance.now()
    }
  }
  return {
    web,
    workers,
    smtp,
    heard,
    database,
    databaseBack,
    redisBack,
    redisUrl: redis ? `redis://127.0.0.1:${String(redis.port)}` : '',
    /** What was down at any moment since then (`performance.now()`); of the web, what is down now. */
    weatherSince: (since: number): Weather => ({
      queueDown: over.queueDown >= since,
      databaseDown: over.databaseDown >= since,
      webDown: !web.isUp(),
    }),
    faults: {
      worker: async () => workers.killOne(),
      web: async () => web.kill(),
      database: () =>
        during('databaseDown', async () => {
          databaseBack.push(await postgres.killAndRestart())
        }),
      queue: () =>
        redis
          ? during('queueDown', async () => {
              await redis.kill()
              await pause(REDIS_GONE)
              redisBack.push(await redis.restart())
            })
          : during('databaseDown', async () => {
              databaseBack.push(await postgres.killAndRestart())
            }),
      deploy: async () => {
        await Promise.all([workers.deployOne(), web.deploy()])
      },
      cut: () =>
        during('databaseDown', async () => {
          for (const wire of Object.values(wires)) wire.cut()
          await pause(200)
        }),
      slow: async () => {
        for (const wire of Object.values(wires)) wire.delay(25)
        await pause(2_000)
        for (const wire of Object.values(wires)) wire.delay(0)
      },
    },
    stop: async () => {
      await Promise.all([workers.stop(), web.stop()])
      await Promise.all([smtp.stop(), ...Object.values(wires).map((wire) => wire.stop())])
      await redis?.stop()
    },
  }
}

export type Machine = Awaited<ReturnType<typeof startMachine>>
