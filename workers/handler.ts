import type { OutboxEvent } from '#app/domain/outbox/event-run.server.ts'
import type { Topic } from '#app/domain/outbox/topics.ts'
import type { Effect } from './effects.ts'

/** Reacts to an event; what it changes, it changes through `effect`, because it may be called again. */
export type Handler<T extends Topic> = (event: OutboxEvent<T>, effect: Effect) => Promise<void>
