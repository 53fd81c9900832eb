import { and, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/companies.ts'
import { events } from '#db/schema/events.ts'
import { testimonials, testimonialUses } from '#db/schema/stories.ts'
import { authorise } from '../access/authorise.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId, EventId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { maySpeak } from '../stories/states.ts'
import type { UseKind } from './scopes.ts'

export type TestimonialUse = {
  id: string
  testimonialId: string
  kind: UseKind
  event: { id: EventId; title: string } | null
  usedAt: Date
  said: string
  takenBack: boolean
  by: string | null
  organisation: string | null
}

/** More than anybody reads at once; the audit has them all. */
const MOST = 100

/**
 * Every use of some testimonials, the latest first. Who noted it is the network's to know: an HR contact reads no colleague's
 * name.
 */
export async function listUses(tx: Tx, testimonialIds: readonly string[]): Promise<TestimonialUse[]> {
  if (testimonialIds.length === 0) return []
  const rows = await tx
    .select({ use: testimonialUses, title: events.title, by: users.name, organisation: organisations.name })
    .from(testimonialUses)
    .leftJoin(events, eq(events.id, testimonialUses.eventId))
    .leftJoin(users, eq(users.id, testimonialUses.loggedBy))
    .leftJoin(organisations, eq(organisations.id, testimonialUses.orgId))
    .where(inArray(testimonialUses.testimonialId, [...testimonialIds]))
    .orderBy(desc(testimonialUses.usedAt), desc(testimonialUses.id))
    .limit(MOST)
  return rows.map(({ use, title, by, organisation }) => {
    const { id, testimonialId, kind, eventId, usedAt, said, takenBackAt } = use
    const event = eventId && title ? { id: eventId, title } : null
    return { id, testimonialId, kind, event, usedAt, said, takenBack: takenBackAt !== null, by, organisation }
  })
}

/** One request with what came of it, for whoever notes uses. @throws DomainError not_found. */
export async function readTestimonial(tx: Tx, testimonialId: string) {
  authorise(tx, 'testimonial.ask')
  const [row] = await tx
    .select({ testimonial: testimonials, company: companies.name, by: users.name, org: organisations.name })
    .from(testimonials)
    .innerJoin(companies, eq(companies.id, testimonials.companyId))
    .leftJoin(users, eq(users.id, testimonials.throughUserId))
    .leftJoin(organisations, eq(organisations.id, testimonials.throughOrgId))
    .where(eq(testimonials.id, testimonialId))
  if (!row) notFound()
  const { id, companyId, state, scope, askedAt, answeredAt, validUntil } = row.testimonial
  return {
    ...{ id, companyId, state, scope, askedAt, answeredAt, validUntil },
    company: row.company,
    through: [row.by, row.org].filter(Boolean).join(', '),
    speaks: maySpeak(row.testimonial, now()),
  }
}

/** The last request of a company that was agreed to, whose uses can be noted; null where none was. */
export async function agreedTestimonial(tx: Tx, companyId: CompanyId): Promise<string | null> {
  authorise(tx, 'testimonial.ask')
  const [row] = await tx
    .select({ id: testimonials.id })
    .from(testimonials)
    .where(and(eq(testimonials.companyId, companyId), eq(testimonials.state, 'accepted')))
    .orderBy(desc(testimonials.answeredAt))
    .limit(1)
  return row?.id ?? null
}

/** Events that have begun and were not called off, the latest first: where a company may have spoken. */
export async function eventsToName(tx: Tx): Promise<{ id: EventId; title: string; startsAt: Date }[]> {
  authorise(tx, 'testimonial.ask')
  const { id, title, startsAt, calledOffAt } = events
  return tx
    .select({ id, title, startsAt })
    .from(events)
    .where(and(isNull(calledOffAt), lte(startsAt, sql`${now().toISOString()}::timestamptz`)))
    .orderBy(desc(startsAt))
    .limit(30)
}
