import { migrateQueue } from '#app/platform/queue-postgres.server.ts'
import type { QueueSettings } from '#app/platform/queue.server.ts'
import { useDatabase } from '#db/client.ts'
import { startRedis } from '#tests/workers/redis-server.ts'
import { relayBatch } from '#workers/relay.ts'
import { withBenchDatabase } from '../database.ts'
import { atLeast, atMost, type Report, type Row, type Target } from '../report.ts'
import { bare, CONCURRENCY, ours } from './backend.ts'
import { floor } from './floor.ts'
import { loadCrowd } from './follow-ups.ts'
import { idle } from './idle.ts'
import { startSink } from './sink.ts'
import { throughput } from './throughput.ts'
import { untilBegun, wholePath } from './whole-path.ts'

const CROWD = 100_000
const DUE = 100
const ROUNDS = 3

type Part = { rows: Row[]; targets: Target[] }

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

type Figures = Record<'bare' | 'ours' | 'added' | 'path' | 'floor', number[]>

/** Side by side, round after round, so that what else the machine does hits all of them alike. */
async function compare(
  name: string,
  settings: QueueSettings,
  sink: Awaited<ReturnType<typeof startSink>>,
  size: number,
): Promise<Part> {
  const figures: Figures = { bare: [], ours: [], added: [], path: [], floor: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    figures.bare.push((await throughput(() => bare(settings), size)).processed)
    const own = await throughput(() => ours(settings), size)
    figures.ours.push(own.processed)
    figures.added.push(own.added)
    figures.path.push(await wholePath(settings, sink, Math.ceil(size / 5)))
    figures.floor.push((await throughput(() => floor(settings, sink.url), Math.ceil(size / 5))).processed)
    console.error(`${name}, round ${String(round + 1)} of ${String(ROUNDS)}`)
  }
  const bareRate = median(figures.bare)
  const floorRate = median(figures.floor)
  const resting = await idle(settings)
  return {
    rows: [
      { name: `${name}: bare BullMQ, empty handler`, perSecond: bareRate },
      { name: `${name}: our queue, empty handler`, perSecond: median(figures.ours) },
      { name: `${name}: added in bulk`, perSecond: median(figures.added) },
      { name: `${name}: follow-ups, commit to mail sent`, perSecond: median(figures.path) },
      {
        // What the target of the whole path can be measured by: its own least, on this machine, in this run.
        name: `${name}: the least a follow-up can be`,
        ...{ perSecond: floorRate, ofBare: floorRate / bareRate, pathOfIt: median(figures.path) / floorRate },
      },
      {
        name: `${name}: idle, bare`,
        statementsPerSecond: resting.bare.statements,
        cpuMsPerSecond: resting.bare.cpu,
      },
      {
        name: `${name}: idle, our worker`,
        statementsPerSecond: resting.ours.statements,
        cpuMsPerSecond: resting.ours.cpu,
      },
    ],
    targets: [
      atLeast(`${name}: handler part / bare`, median(figures.ours) / bareRate, 0.9),
      atLeast(`${name}: whole path / bare`, median(figures.path) / bareRate, 0.4),
      atMost(`${name}: idle statements / bare`, resting.ours.statements / resting.bare.statements, 1.5),
      atMost(`${name}: idle CPU / bare`, resting.ours.cpu / resting.bare.cpu, 1.5),
    ],
  }
}

/** Follow-ups from end to end against bare BullMQ on both of its stores; `size` jobs each, a fifth as many follow-ups. */
export async function run(size: number): Promise<Report> {
  process.env.DATABASE_POOL ??= String(CONCURRENCY + 4)
  const sink = await startSink()
  process.env.SMTP_URL = sink.url
  const redis = process.env.PASSAPAROLA_NO_REDIS ? null : await startRedis()
  try {
    const parts: Part[] = await withBenchDatabase('queue', async ({ workerUrl }) => {
      await migrateQueue(workerUrl)
      // What is measured is the worker's.
      await useDatabase(workerUrl)
      const onPostgres: QueueSettings = { DATABASE_URL: workerUrl, REDIS_URL: undefined }
      const measured = [await compare('PostgreSQL', onPostgres, sink, size)]
      if (redis) measured.push(await compare('Redis', { ...onPostgres, REDIS_URL: redis.url }, sink, size))
      await loadCrowd(CROWD)
      const begun = await untilBegun(onPostgres, DUE)
      measured.push({
        rows: [{ name: `from due to begun, ${String(CROWD)} waiting`, ...begun }],
        targets: [
          atMost(`due follow-up starts, p95 ms, ${String(CROWD)} waiting`, begun.p95, 2_000),
          atLeast('events added to the queue at once, at most', relayBatch, 100),
        ],
      })
      return measured
    })
    return {
      ...{ name: 'queue', size },
      rows: parts.flatMap(({ rows }) => rows),
      targets: parts.flatMap(({ targets }) => targets),
    }
  } finally {
    await redis?.stop()
    sink.stop()
  }
}
