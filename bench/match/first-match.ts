import { useDatabase, closeDatabase } from '#db/client.ts'
import { rehearse } from '#app/domain/match-engine/rehearse.server.ts'
import { system } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { percentiles } from '../measure.ts'
import { matchTop } from './contenders.ts'
import { vacancies } from './vacancies.ts'

const WARM = 40

/**
 * A process of its own, as after a start: prints how long its first match took, and its warm median. It has rehearsed as
 * the server does before it listens.
 */
await useDatabase(process.argv[2] ?? '')
const [first, ...others] = vacancies().slice(0, WARM + 1)
if (!first) throw new Error('an opening is needed')
const timed = async (opening: typeof first): Promise<number> => {
  const since = performance.now()
  await withActor(system('bench'), (tx) => matchTop(tx, opening))
  return performance.now() - since
}
await rehearse()
const cold = await timed(first)
const warm = []
for (const opening of others) warm.push(await timed(opening))
console.log(JSON.stringify({ cold, warm: percentiles(warm).p50 }))
await closeDatabase()
