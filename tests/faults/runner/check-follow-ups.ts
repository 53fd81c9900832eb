import { eq } from 'drizzle-orm'
import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import { indexIsWhole } from '#app/domain/search/index-is-whole.server.ts'
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts'
import { system } from '#app/domain/shared/actor.ts'
import { type Tx, withActor } from '#app/domain/shared/with-actor.server.ts'
import { trustScore } from '#app/domain/trust/score.ts'
import { trustHistory, trustKindsInForce } from '#app/domain/trust/trust-history.server.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { outbox } from '#db/schema/operations.ts'
import { searchEntries } from '#db/schema/search.ts'
import { openEvents } from './check-deeds.ts'
import { holds, type Invariant } from './invariant.ts'

class Undo extends Error {}

/** Runs `work` and takes back whatever it wrote. */
async function withoutTrace<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined
  const run = withActor(system('faults'), async (tx) => {
    result = { value: await work(tx) }
    throw new Undo()
  })
  await run.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  if (!result) throw new Error('nothing came of it')
  return result.value
}

const linesOf = async (tx: Tx, companyId: string): Promise<string[]> => {
  const rows = await tx
    .select()
    .from(followUps)
    .where(eq(followUps.companyId, companyId as never))
  return rows.map(({ id, state, dueAt, ruleKey }) => `${id} ${ruleKey ?? ''} ${state} ${dueAt.toISOString()}`)
}

/** Every event came to its end, and planning each company anew from all its facts finds nothing to add, move or cancel. */
export async function checkFollowUps(): Promise<Invariant[]> {
  const all = await withActor(system('faults'), (tx) => tx.select({ id: companies.id }).from(companies))
  const events = await withActor(system('faults'), (tx) => tx.$count(outbox))
  const dead = await withActor(system('faults'), (tx) =>
    tx.select({ topic: outbox.topic, failure: outbox.failure }).from(outbox).where(eq(outbox.state, 'dead')),
  )
  // An invitation that the mail server refused, or that may be lost, is put before an administrator on purpose.
  const given = dead.filter(({ failure }) => failure !== 'uncertain' && !failure?.startsWith('mail:5'))
  const differ: string[] = []
  for (const { id } of all) {
    const lines = await withoutTrace(async (tx) => {
      const before = new Set(await linesOf(tx, id))
      await scheduleFollowUps(tx, id)
      return (await linesOf(tx, id)).filter((line) => !before.has(line))
    })
    if (lines[0] !== undefined) differ.push(lines[0])
  }
  return [
    holds('every event came to its end', events, await openEvents()),
    holds(
      'no event was given up',
      events,
      given.map(({ topic, failure }) => `${topic} ${failure ?? ''}`),
    ),
    holds('no follow-up is lost: planning anew changes nothing', all.length, differ),
  ]
}

/** A score is kept to two places. */
const KEPT_TO = 0.0051

/** Each company's kept score is the one that its events give at the time it was kept. */
export async function checkTrust(): Promise<Invariant> {
  return withActor(system('faults'), async (tx) => {
    const all = await tx.select().from(companies)
    const kinds = await trustKindsInForce(tx)
    const wrong: string[] = []
    for (const { id, trustScore: kept, trustScoreAt: at } of all) {
      if (!at) continue
      const { score } = trustScore(await trustHistory(tx, id, at), at, kinds)
      if (Math.abs(score - kept) > KEPT_TO) wrong.push(`${id}: ${String(kept)} instead of ${String(score)}`)
    }
    return holds('every trust score equals its recomputation', all.length, wrong)
  })
}

/** The search index says what the rows say, entry by entry. */
export async function checkIndex(): Promise<Invariant> {
  const read = async (tx: Tx) =>
    new Set((await tx.select().from(searchEntries)).map((entry) => JSON.stringify(entry)))
  return withoutTrace(async (tx) => {
    const whole = await indexIsWhole(tx)
    const kept = await read(tx)
    await rebuildIndex(tx)
    const right = await read(tx)
    const wrong = [...right].filter((entry) => !kept.has(entry)).concat(whole ? [] : ['entries are missing'])
    return holds('the search index is what the rows say', right.size, wrong)
  })
}
