import type { Random } from '../../../bench/random.ts'
import type { Machine } from './machine.ts'
import type { Size } from './sizes.ts'
import { crashPoints, type Point } from './worker-slots.ts'

export type FaultName = keyof Machine['faults']

/** Shuffled in place by the seed (Fisher and Yates). */
function shuffle<T>(random: Random, list: T[]): T[] {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = random.int(at + 1)
    const taken = list[at] as T
    list[at] = list[other] as T
    list[other] = taken
  }
  return list
}

/** `share` of the kills, deploys and disturbances of a size, each at the operation before which it happens. */
export function planFaults(random: Random, size: Size, share: number): Map<number, FaultName> {
  const of = (count: number) => Math.round(count * share)
  const faults: FaultName[] = []
  for (const name of ['worker', 'web', 'database', 'queue'] as const)
    for (let at = 0; at < of(size.killsOfEach); at += 1) faults.push(name)
  for (let at = 0; at < of(size.deploys); at += 1) faults.push('deploy')
  for (let at = 0; at < of(size.disturbances); at += 1) faults.push(at % 2 ? 'slow' : 'cut')
  shuffle(random, faults)
  const operations = of(size.operations)
  const gap = (operations * 0.9) / faults.length
  return new Map(faults.map((name, at) => [Math.floor((at + 0.5) * gap), name]))
}

/** The points at which workers die, `share` of so many passes over each. */
export const planPoints = (random: Random, size: Size, share: number): Point[] =>
  shuffle(
    random,
    crashPoints.flatMap((point) => Array.from({ length: Math.round(size.passes * share) }, () => point)),
  )
