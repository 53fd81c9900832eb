import { audit } from '#app/domain/audit/record.server.ts'
import { verifyChains } from '#app/domain/audit/verify-chains.server.ts'
import { system, type StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { percentiles, timed } from '../measure.ts'
import { atLeast, type Row } from '../report.ts'
import type { Measure } from './measure-of.ts'
import { aCaseManager } from './people.ts'

const WRITERS = 8
const ENTRIES = 1_000
const ORGANISATIONS = 12
/** Twenty case managers who each open a file a second, five times over. */
const LEAST = 100

async function write(actors: readonly StaffActor[]): Promise<Row & { rate: number }> {
  const times: number[] = []
  const entry = { action: 'bench.written', subjectType: 'bench', subjectId: newId<string>() }
  const writer = async (first: number) => {
    for (let turn = first; turn < ENTRIES; turn += WRITERS) {
      const actor = actors[turn % actors.length]
      if (actor) times.push((await timed(() => withActor(actor, (tx) => audit(tx, entry)))).took)
    }
  }
  const { took } = await timed(() =>
    Promise.all(Array.from({ length: WRITERS }, (_, first) => writer(first))),
  )
  const rate = (ENTRIES / took) * 1_000
  return {
    name: `entries of ${String(actors.length)} organisations, ${String(WRITERS)} writers`,
    ...percentiles(times),
    rate,
  }
}

async function* none(): AsyncGenerator<never> {}

/** How many entries a second one chain takes, and twelve, each committed by itself; and how fast they are verified. */
export const chainWriters: Measure = async () => {
  const actors: StaffActor[] = []
  while (actors.length < ORGANISATIONS) actors.push(await aCaseManager(`Ente ${String(actors.length)}`))
  const one = await write(actors.slice(0, 1))
  const twelve = await write(actors)
  const { took, result } = await timed(() =>
    withActor(system('bench'), (tx) => verifyChains(tx, none(), false)),
  )
  if (result.broken) throw new Error(`the chain of the benchmark is broken: ${result.broken.kind}`)
  return {
    rows: [one, twelve, { name: 'entries verified a second', rate: (result.entries / took) * 1_000 }],
    targets: [atLeast('entries of one organisation a second', one.rate, LEAST)],
  }
}
