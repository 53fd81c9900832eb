import { newId } from '#app/platform/clock.server.ts'
import type { Random } from '../../../bench/random.ts'
import { pause } from '../../../scripts/processes.mjs'
import type { History, Operation, Outcome, Weather } from './history.ts'
import { type Deed, deedsOf, type Page } from './operations.ts'
import type { World } from './world.ts'

const CLIENTS = 8
const PATIENCE = 45_000

type Load = {
  world: World
  random: Random
  url: string
  history: History
  weatherSince: (since: number) => Weather
  pace: number
}

/** What one try at a page came to: its status, or that the line broke before or after it was sent. */
async function ask(url: string, page: Page, key: string): Promise<number | 'refused' | 'broken'> {
  const body = page.form ? new URLSearchParams({ ...page.form, _key: key }) : undefined
  try {
    const answer = await fetch(url + page.path, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { ...(page.cookie ? { Cookie: page.cookie } : {}), 'Sec-Fetch-Site': 'same-origin' },
      signal: AbortSignal.timeout(15_000),
      ...(body ? { body } : {}),
    })
    await answer.arrayBuffer()
    return answer.status
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string }
    return code === 'ECONNREFUSED' ? 'refused' : 'broken'
  }
}

/**
 * Does `count` things with eight people at once, as the seed draws them. Whoever gets no answer presses again with the same
 * form, as a browser does; one in four gives up at the first trouble and never knows. @returns when all are through.
 */
export async function runLoad(
  load: Load,
  count: number,
  first: number,
  atOperation: (number: number) => void,
) {
  const { world, random, history } = load
  const deeds = deedsOf(world, random)
  let next = 0
  const since = performance.now()

  const perform = async (deed: Deed, givesUp: boolean): Promise<{ outcome: Outcome; tries: number }> => {
    const key = newId()
    let reached = false
    const end = performance.now() + PATIENCE
    for (let tries = 1; ; tries += 1) {
      const answer = await tryOnce(load, deed, key)
      if (answer === 'done') return { outcome: 'ok', tries }
      if (answer !== 'refused') reached = true
      if (givesUp || performance.now() > end) return { outcome: reached ? 'unknown' : 'failed', tries }
      await pause(200)
    }
  }

  const client = async () => {
    while (next < count) {
      const index = next
      next += 1
      const number = first + index
      await pause(Math.max(0, since + index * load.pace - performance.now()))
      atOperation(number)
      const began = performance.now()
      const deed = await untilItCan(() => deeds.next(number))
      const { outcome, tries } = await perform(deed, random.chance(0.25))
      if (outcome === 'ok') deeds.noteSent(deed)
      const { kind, subject } = deed
      const ms = performance.now() - began
      history.operations.push({ number, kind, subject, outcome, tries, ms } satisfies Operation)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
}

/** A connection cut in the middle of a write may leave its query without any answer: whoever asked gives up. */
const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    pause(PATIENCE / 3).then(() => {
      throw new Error('no answer')
    }),
  ])

/** What a deed needs beforehand is written straight into the database, which may be down at the moment. */
async function untilItCan<T>(prepare: () => Promise<T>): Promise<T> {
  for (const end = performance.now() + PATIENCE; ; await pause(200)) {
    try {
      return await within(prepare())
    } catch (error) {
      if (performance.now() > end) throw error
    }
  }
}

async function tryOnce(
  { url, history, weatherSince }: Load,
  deed: Deed,
  key: string,
): Promise<'done' | 'refused' | 'broken'> {
  if ('write' in deed) {
    return within(deed.write()).then(
      () => 'done' as const,
      () => 'broken' as const,
    )
  }
  const reading = !deed.page.form
  const since = performance.now()
  const { webDown } = weatherSince(since)
  const status = await ask(url, deed.page, key)
  if (typeof status === 'string') return status
  // A page that hangs may outlive what it hangs on: the database may be back, and the queue down, when it is given up.
  const during = weatherSince(since)
  if (reading) {
    history.pagesRead += 1
    if (during.queueDown) history.readWhileQueueDown += 1
  }
  if (status >= 500) {
    const { path } = deed.page
    const ms = performance.now() - since
    history.faults.push({ ...during, status, path, reading, webDown: webDown || during.webDown, ms })
    return 'broken'
  }
  const done = reading ? status === 200 : status === 303 || status === 302
  return done ? 'done' : 'broken'
}
