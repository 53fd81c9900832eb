import { system } from '#app/domain/shared/actor.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'

/** One transaction of the worker, begun once more when it only collided with another. */
export const asWorker = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  withActor(system('worker'), work, { again: true })
