import { system } from '#app/domain/shared/actor.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'

/** One transaction of the worker. */
export const asWorker = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withActor(system('worker'), work)
