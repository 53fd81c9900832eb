import { monitorEventLoopDelay } from 'node:perf_hooks'
import { hashPassword, passwordFits } from '#app/domain/accounts/password.server.ts'
import { percentiles, timed } from '../measure.ts'
import { atMost } from '../report.ts'
import type { Measure } from './measure-of.ts'

const PASSWORD = 'la tazza verde ride'
const ALONE = 20
const AT_ONCE = 100
const ROUNDS = 3
const STALL_LIMIT = 10
const RESOLUTION = 1
const A_MILLISECOND = 1e6

type Stall = { worst: number; p99: number }

/** How long the event loop was kept from its work while `work` ran, beyond what the timer itself waits, in ms. */
async function stallOf(work: () => Promise<unknown>): Promise<Stall> {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION })
  delays.enable()
  await work()
  delays.disable()
  const beyond = (value: number) => value / A_MILLISECOND - RESOLUTION
  return { worst: beyond(delays.max), p99: beyond(delays.percentile(99)) }
}

const timesOf = async (count: number, work: () => Promise<unknown>): Promise<number[]> => {
  const times: number[] = []
  for (let n = 0; n < count; n++) times.push((await timed(work)).took)
  return times
}

/**
 * Passwords verified, a hundred asked for at once: argon2id in threads, two at a time, while the event loop goes on. The
 * quietest of three rounds counts, because what else the machine does keeps the loop waiting too.
 */
export const passwordHashing: Measure = async () => {
  const hash = await hashPassword(PASSWORD)
  const verify = () => passwordFits(PASSWORD, hash)
  const alone = percentiles(await timesOf(ALONE, verify))
  const idle = await stallOf(() => new Promise((resolve) => setTimeout(resolve, 1_000)))
  const rounds: Stall[] = []
  const took = await timesOf(ROUNDS, async () => {
    rounds.push(await stallOf(() => Promise.all(Array.from({ length: AT_ONCE }, verify))))
  })
  const quietest = rounds.reduce((best, round) => (round.worst < best.worst ? round : best))
  return {
    rows: [
      { name: 'one password verified', ...alone },
      { name: `${AT_ONCE} at once`, 'a second': (1000 * AT_ONCE) / percentiles(took).p50 },
      { name: 'event loop kept waiting, idle, ms', ...idle },
      { name: 'event loop kept waiting while verifying, ms', ...quietest },
    ],
    targets: [atMost('event loop kept waiting by argon2, worst, ms', quietest.worst, STALL_LIMIT)],
  }
}
