export type Times = { p50: number; p95: number }

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN

/** Median and 95th percentile of some milliseconds. */
export function percentiles(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b)
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95) }
}

const WARM_RUNS = 3

/**
 * Times several contenders over the same items, one after the other on each item so that what else the machine does
 * hits all of them alike: one run to warm up, then the median of three.
 * @returns milliseconds by contender.
 */
export async function sideBySide<Item, Name extends string>(
  items: readonly Item[],
  contenders: Record<Name, (item: Item) => unknown>,
): Promise<Record<Name, Times>> {
  const names = Object.keys(contenders) as Name[]
  const runs: Record<Name, Times>[] = []
  for (let run = 0; run <= WARM_RUNS; run++) {
    const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
    for (const item of items) {
      for (const name of names) {
        const since = performance.now()
        await contenders[name](item)
        times[name].push(performance.now() - since)
      }
    }
    if (run > 0)
      runs.push(
        Object.fromEntries(names.map((name) => [name, percentiles(times[name])])) as Record<Name, Times>,
      )
  }
  const median = (values: number[]): number =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
  return Object.fromEntries(
    names.map((name) => [
      name,
      { p50: median(runs.map((run) => run[name].p50)), p95: median(runs.map((run) => run[name].p95)) },
    ]),
  ) as Record<Name, Times>
}

/** Milliseconds that `work` took. */
export async function timed<T>(work: () => Promise<T>): Promise<{ took: number; result: T }> {
  const since = performance.now()
  const result = await work()
  return { took: performance.now() - since, result }
}
