import { eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { events } from '#db/schema/events.ts'
import { testimonials, testimonialUses } from '#db/schema/stories.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { atLocal, localDate } from '../calendar/rome.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { EventId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { recordTrustEvent } from '../trust/record-trust-event.server.ts'
import type { LoggedUse } from './log-use.schema.server.ts'
import { useFault } from './use-fault.ts'

/** A company's yes holds the whole day on which it was given, and on which it ends. */
const momentOf = (on: string, answeredAt: Date | null, at: Date): Date => {
  if (on === localDate(at)) return at
  const noon = atLocal(on, '12:00')
  return answeredAt && on === localDate(answeredAt) && noon < answeredAt ? answeredAt : noon
}

/**
 * Notes that the network used the voice of a company: where, when, what was said. It counts as having spoken in the company's
 * trust.
 * @returns the use's id.
 * @throws DomainError refused outside of what the company agreed to, before its yes, after its end or its withdrawal.
 */
export async function logUse(tx: Tx, testimonialId: string, input: LoggedUse): Promise<string> {
  authorise(tx, 'testimonial.ask')
  if (tx.actor.kind !== 'staff') throw new DomainError('forbidden', 'forbidden')
  const { orgId, userId: loggedBy } = tx.actor
  const [row] = await tx.select().from(testimonials).where(eq(testimonials.id, testimonialId)).for('update')
  if (!row) notFound()
  const { kind, on, said } = input
  const at = now()
  const usedAt = momentOf(on, row.answeredAt, at)
  const fault = useFault(row, { kind, at: usedAt })
  if (fault)
    throw new DomainError('refused', `testimonials_use_${fault}`, fault === 'outside_scope' ? 'kind' : 'on')
  const eventId = kind === 'event' ? await eventOf(tx, input.eventId) : null
  const id = newId<string>()
  const logged = { orgId, loggedBy, loggedAt: at }
  await tx.insert(testimonialUses).values({ id, testimonialId, kind, eventId, usedAt, said, ...logged })
  await audit(tx, { action: 'testimonial.used', subjectType: 'testimonial', subjectId: testimonialId })
  await recordTrustEvent(tx, {
    ...{ companyId: row.companyId, kind: 'testimonial_spoke', causeType: 'testimonial_use', causeId: id },
    occurredAt: usedAt,
  })
  return id
}

async function eventOf(tx: Tx, chosen: string | undefined): Promise<EventId | null> {
  if (!chosen) return null
  const eventId = chosen as EventId
  const [event] = await tx.select({ id: events.id }).from(events).where(eq(events.id, eventId))
  if (!event) throw new DomainError('invalid', 'testimonials_form_unknown', 'eventId')
  return eventId
}
