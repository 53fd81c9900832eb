import { closeDatabase } from '#db/client.ts'
import type { CrashPoint } from '#app/platform/crash-point.ts'
import { pause } from '../../../scripts/processes.mjs'
import type { Random } from '../../../bench/random.ts'
import { checkAudit, checkDeeds, checkEffects, openEvents } from './check-deeds.ts'
import { checkFollowUps, checkIndex, checkTrust } from './check-follow-ups.ts'
import { checkMails, longestWait, type LongestWait, type MailFigures } from './check-mails.ts'
import { deliverAgain } from './double-delivery.ts'
import { planFaults, planPoints } from './fault-plan.ts'
import type { History } from './history.ts'
import { holds, type Invariant } from './invariant.ts'
import { sayWhereLeft } from './left-open.ts'
import { runLoad } from './load.ts'
import { type Backend, type Heard, startMachine } from './machine.ts'
import type { OwnPostgres } from './own-postgres.ts'
import { latestEvents, untilQuiet, untilStopped } from './quiet.ts'
import { type Size, STOPPED_FOR } from './sizes.ts'
import { makeWorld, type World } from './world.ts'

export type PhaseReport = {
  backend: Backend
  invariants: Invariant[]
  history: History
  kills: Record<string, number>
  passed: Record<string, number>
  back: Record<'worker' | 'web' | 'database' | 'queue', number>
  longestWait: LongestWait
  quietAfter: number
  mails: MailFigures
  manners: Record<string, number>
  heard: Heard
  stopped: number
  again: number
}

const EMPLOYERS = 24
const PEOPLE = 24

/** Where a worker goes to sleep for 40 seconds: with an event, with a mail, after the server's yes, in a transaction. */
const SLEEPS_AT: CrashPoint[] = ['after-claim', 'before-smtp', 'after-250', 'before-commit']

/** How long the rest may take to be worked off. The checks ask what became of it in the end: too early, they would ask nothing. */
const LAST_EVENTS = 600_000

/** How long workers may take to reach the points that are left when the load is through. */
const LAST_DEATHS = 180_000

const most = (values: readonly number[]): number => Math.max(0, ...values)

/** Half a run, on one queue: load and faults together, then quiet, then every check. */
export async function runPhase(
  postgres: OwnPostgres,
  backend: Backend,
  { size, share, random, say }: { size: Size; share: number; random: Random; say: (line: string) => void },
): Promise<PhaseReport> {
  const points = planPoints(random, size, share)
  const plan = planFaults(random, size, share)
  const operations = Math.round(size.operations * share)
  const began = new Date()
  let world: World | undefined
  const machine = await startMachine(postgres, backend, points, random, async () => {
    world = await makeWorld(EMPLOYERS, PEOPLE)
  })
  const { web, workers, smtp, heard } = machine
  const history: History = { operations: [], faults: [], pagesRead: 0, readWhileQueueDown: 0 }
  const kills: Record<string, number> = {}
  let busy = Promise.resolve()
  const strike = (number: number) => {
    if (number > 0 && number % 200 === 0)
      say(`${backend}: ${String(number)} operations, ${String(workers.pointsLeft())} deaths to go`)
    const name = plan.get(number)
    if (!name) return
    kills[name] = (kills[name] ?? 0) + 1
    // One at a time: what must hold is that each is survived, and two at once hide which was not.
    busy = busy.then(() => machine.faults[name]())
  }
  try {
    if (!world) throw new Error('no world')
    say(
      `${backend}: ${String(operations)} operations, ${String(plan.size)} faults, ${String(points.length)} deaths`,
    )
    const load = runLoad(
      { world, random, url: web.url, history, weatherSince: machine.weatherSince, pace: size.pace },
      operations,
      0,
      strike,
    )
    const sleepers = SLEEPS_AT.map((point) =>
      workers.stopAndWake(point, STOPPED_FOR, (pid) => untilStopped(pid, 60_000)),
    )
    await load
    await busy
    for (const end = performance.now() + LAST_DEATHS; workers.pointsLeft() > 0 && performance.now() < end;) {
      // What is left to die at is reached by what is still to do, and by a little more.
      await runLoad(
        { world, random, url: web.url, history, weatherSince: machine.weatherSince, pace: size.pace },
        20,
        operations + history.operations.length,
        () => undefined,
      )
    }
    const stopped = (await Promise.all(sleepers)).filter(Boolean).length
    smtp.behave(true)
    const urls = { databaseUrl: machine.database.workerUrl, redisUrl: machine.redisUrl }
    const again = await deliverAgain(urls, await latestEvents(100))
    const quietAfter = await untilQuiet(began, LAST_EVENTS)
    await sayWhereLeft(await openEvents(), machine.redisUrl, say)
    await pause(2_000)
    say(`${backend}: quiet after ${String(Math.round(quietAfter / 1000))} s; checking`)
    const mails = await checkMails(smtp.kept)
    const broken = history.faults.filter(({ reading, queueDown, databaseDown, webDown }) =>
      Boolean(reading && queueDown && !databaseDown && !webDown),
    )
    const invariants = [
      ...(await checkFollowUps()),
      ...(await checkDeeds(history)),
      await checkEffects(),
      ...mails.invariants,
      await checkTrust(),
      ...(await checkAudit()),
      await checkIndex(),
      holds(
        'no page of reading fails while the queue is down',
        history.readWhileQueueDown,
        broken.map(({ status, path, ms }) => `${String(status)} ${path} after ${ms.toFixed(0)} ms`),
      ),
    ]
    return {
      backend,
      invariants,
      history,
      kills,
      passed: workers.passed,
      back: {
        worker: most(workers.backAfter),
        web: most(web.backAfter),
        database: most(machine.databaseBack),
        queue: most(machine.redisBack),
      },
      longestWait: await longestWait(),
      quietAfter,
      mails: mails.figures,
      manners: smtp.counts,
      heard,
      stopped,
      again,
    }
  } finally {
    await machine.stop()
    await closeDatabase()
    await machine.database.drop()
  }
}
