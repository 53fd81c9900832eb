import { newId } from '#app/platform/clock.server.ts'
import type { Contender } from './backend.ts'

const BATCH = 500

/** Jobs a second that go through, put there beforehand; and how many a second are added, in bulk. */
export async function throughput(
  open: () => Promise<Contender>,
  count: number,
): Promise<{ processed: number; added: number }> {
  const contender = await open()
  try {
    const ids = Array.from({ length: count }, () => newId())
    const adding = performance.now()
    for (let from = 0; from < count; from += BATCH) await contender.addBulk(ids.slice(from, from + BATCH))
    const added = (count / (performance.now() - adding)) * 1000
    let done = 0
    const since = performance.now()
    const took = await new Promise<number>((resolve, reject) => {
      const noteDone = () => {
        done += 1
        if (done === count) resolve(performance.now() - since)
      }
      contender.work(noteDone).catch(reject)
    })
    return { processed: (count / took) * 1000, added }
  } finally {
    await contender.close()
  }
}
