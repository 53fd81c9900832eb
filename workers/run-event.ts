import { beginEvent, failEvent, type OutboxEvent } from '#app/domain/outbox/event-run.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { isUuid, type OutboxId } from '#app/domain/shared/ids.ts'
import { freshVocabulary } from '#app/domain/taxonomy/fresh-vocabulary.server.ts'
import { log } from '#app/platform/log.server.ts'
import { failureOf } from './cause.ts'
import { endsWithin } from './ends-within.ts'
import { effectsOf, type Effect } from './effects.ts'
import { crashPoint } from '#app/platform/crash-point.ts'
import { deliverMailsOf } from './mail/deliver.ts'
import { reactions } from './reactions.ts'
import type { Timings } from './timings.ts'
import { asWorker } from './worker-actor.ts'

type AnyHandler = (event: OutboxEvent, effect: Effect) => Promise<void>

/** How far a try has come; said of one that is let go of. */
type Progress = { at: 'begin' | 'handlers' | 'mails' | 'failure' }

type EventTimings = Pick<Timings, 'eventLease' | 'longestRun' | 'mailLease'>

/**
 * Runs one event to its end: its handlers, then its mails. A failure is recorded with the time of the next try; only
 * one that can't even be recorded is thrown, and then the sweeper finds the event again. So it does with one that is let go of
 * because it takes too long: a queue believes a worker that lives, and gives nobody else a job that hangs there.
 */
export async function runEvent(id: OutboxId, timings: EventTimings): Promise<void> {
  const progress: Progress = { at: 'begin' }
  if (await endsWithin(timings.longestRun, tryEvent(id, timings, progress))) return
  log.error({ outboxId: id, reason: progress.at }, 'event let go of')
}

async function tryEvent(id: OutboxId, timings: EventTimings, progress: Progress): Promise<void> {
  const event = await asWorker((tx) => beginEvent(tx, id, timings.eventLease))
  if (!event) return
  crashPoint('after-claim')
  try {
    progress.at = 'handlers'
    await freshVocabulary()
    await handle(event)
    progress.at = 'mails'
    await deliverMailsOf(event, timings.mailLease)
  } catch (error) {
    progress.at = 'failure'
    const failure = failureOf(error)
    const state = await asWorker((tx) => failEvent(tx, event, failure))
    const line = { topic: event.topic, outboxId: id, reason: failure.cause, state }
    if (state === 'dead') log.error(line, 'event is dead')
    else if (state === 'refused') log.warn(line, 'late write refused')
    else log.warn(line, 'event failed')
  }
}

async function handle(event: OutboxEvent): Promise<void> {
  const ids = Object.values(event.payload)
  if (!ids.every(isUuid)) throw new DomainError('invalid', 'payload')
  const effect = effectsOf(event.id)
  for (const react of reactions[event.topic] as readonly AnyHandler[]) await react(event, effect)
}
