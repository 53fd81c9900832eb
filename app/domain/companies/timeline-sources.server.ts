import { sql, type SQL } from 'drizzle-orm'
import { companies, companyReferrals, companyVerifications, interactions } from '#db/schema/companies.ts'
import { users } from '#db/schema/accounts.ts'
import { companyMerges } from '#db/schema/company-merges.ts'
import { eventInvitations, events } from '#db/schema/events.ts'
import { leadChanges } from '#db/schema/lead-changes.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import { stories, testimonials, testimonialUses } from '#db/schema/stories.ts'
import { stageChanges, trustEvents } from '#db/schema/trust.ts'
import type { CompanyId } from '../shared/ids.ts'
import {
  timelineTopics,
  type TimelinePart,
  type TimelineSource,
  type TimelineTopic,
} from './timeline-entry.ts'
import { planned, reminders } from './timeline-reminders.server.ts'
import { monday, of, type TimelineStatement } from './timeline-statement.server.ts'

const PLACED = ['placement_begun', 'placement_completed', 'internship_became_hire', 'ended_early_by_company']
const ofPlacements = sql`${trustEvents.kind} in (${sql.join(
  PLACED.map((kind) => sql`${kind}`),
  sql`, `,
)})`

/**
 * The statements whose rows make up a company's timeline. None reads a table about persons: placements are known by the
 * trust events that they left.
 */
export function timelineSources(id: CompanyId, part: TimelinePart, topic: TimelineTopic | null): SQL[] {
  if (part === 'planned') return [planned(id)]
  const wanted: readonly TimelineSource[] | null = topic && timelineTopics[topic]
  const happened = past(id)
    .filter(({ source }) => !wanted || wanted.includes(source))
    .map(({ statement }) => statement)
  return part === 'past' || topic ? happened : [...happened, planned(id)]
}

function past(id: CompanyId): TimelineStatement[] {
  const titled = sql`${cards} join ${openings} on ${openings.id} = ${cards.openingId} where ${cards.companyId} = ${id}`
  const toEvents = sql`${eventInvitations} join ${events} on ${events.id} = ${eventInvitations.eventId} where ${eventInvitations.companyId} = ${id}`
  return [
    of('interaction', {
      at: sql`${interactions.occurredAt}`,
      what: sql`${interactions.kind}`,
      how: sql`${interactions.outcome}`,
      words: sql`${interactions.note}`,
      contact: sql`${interactions.contactId}`,
      minutes: sql`${interactions.minutes}`,
      by: sql`${interactions.userId}`,
      interaction: sql`${interactions.id}`,
      // The answer to an invitation is told as one, below.
      from: sql`${interactions} where ${interactions.companyId} = ${id} and ${interactions.id} not in
        (select ${eventInvitations.answerInteractionId} from ${eventInvitations}
        where ${eventInvitations.companyId} = ${id} and ${eventInvitations.answerInteractionId} is not null)`,
    }),
    of('opening_posted', {
      at: sql`${openings.postedAt}`,
      what: sql`${openings.kind}`,
      words: sql`${openings.title}`,
      from: sql`${openings} where ${openings.companyId} = ${id} and ${openings.postedAt} is not null`,
    }),
    of('opening_closed', {
      at: sql`${openings.closedAt}`,
      how: sql`${openings.closeReason}`,
      words: sql`${openings.title}`,
      from: sql`${openings} where ${openings.companyId} = ${id} and ${openings.closedAt} is not null and ${openings.postedAt} is not null`,
    }),
    of('card_sent', {
      at: sql`${cards.week}::timestamp at time zone 'Europe/Rome'`,
      weekOnly: sql`true`,
      words: sql`${openings.title}`,
      from: titled,
    }),
    of('card_answered', {
      at: monday(sql`${cards.answeredAt}`),
      weekOnly: sql`true`,
      what: sql`${cards.answer}`,
      how: sql`${cards.notNowReason}`,
      words: sql`${openings.title}`,
      from: sql`${titled} and ${cards.answeredAt} is not null`,
    }),
    of('placement', {
      at: monday(sql`${trustEvents.occurredAt}`),
      weekOnly: sql`true`,
      what: sql`${trustEvents.kind}`,
      from: sql`${trustEvents} where ${trustEvents.companyId} = ${id} and ${trustEvents.withdrawnAt} is null and ${ofPlacements}`,
    }),
    of('story', {
      at: sql`coalesce(${stories.publishedAt}, ${stories.createdAt})`,
      what: sql`${stories.state}`,
      words: sql`${stories.title}`,
      from: sql`${stories} where ${stories.companyId} = ${id}`,
    }),
    of('stage', {
      at: sql`${stageChanges.at}`,
      what: sql`${stageChanges.toStage}`,
      how: sql`${stageChanges.cause}`,
      words: sql`${stageChanges.reason}`,
      other: sql`${stageChanges.fromStage}`,
      by: sql`${stageChanges.authorId}`,
      from: sql`${stageChanges} where ${stageChanges.companyId} = ${id}`,
    }),
    ...reminders(id),
    of('testimonial_asked', {
      at: sql`${testimonials.askedAt}`,
      what: sql`${testimonials.scope}`,
      by: sql`${testimonials.throughUserId}`,
      from: sql`${testimonials} where ${testimonials.companyId} = ${id}`,
    }),
    of('testimonial_answered', {
      at: sql`${testimonials.answeredAt}`,
      // Whoever took a yes back had given one.
      what: sql`case ${testimonials.state} when 'withdrawn' then 'accepted' else ${testimonials.state} end`,
      from: sql`${testimonials} where ${testimonials.companyId} = ${id} and ${testimonials.answeredAt} is not null`,
    }),
    of('testimonial_withdrawn', {
      at: sql`${testimonials.withdrawnAt}`,
      what: sql`'withdrawn'`,
      from: sql`${testimonials} where ${testimonials.companyId} = ${id} and ${testimonials.withdrawnAt} is not null`,
    }),
    of('testimonial_use', {
      at: sql`${testimonialUses.usedAt}`,
      what: sql`${testimonialUses.kind}`,
      words: sql`${testimonialUses.said}`,
      by: sql`${testimonialUses.loggedBy}`,
      from: sql`${testimonialUses} join ${testimonials} on ${testimonials.id} = ${testimonialUses.testimonialId}
        where ${testimonials.companyId} = ${id} and ${testimonialUses.takenBackAt} is null`,
    }),
    of('event_invited', {
      at: sql`${eventInvitations.invitedAt}`,
      what: sql`${events.kind}`,
      words: sql`${events.title}`,
      contact: sql`${eventInvitations.contactId}`,
      by: sql`${eventInvitations.invitedBy}`,
      from: toEvents,
    }),
    of('event_answered', {
      at: sql`${eventInvitations.answeredAt}`,
      what: sql`${eventInvitations.answer}`,
      words: sql`${events.title}`,
      contact: sql`(select ${interactions.contactId} from ${interactions} where ${interactions.id} = ${eventInvitations.answerInteractionId})`,
      from: sql`${toEvents} and ${eventInvitations.answeredAt} is not null`,
    }),
    of('referral_made', {
      at: sql`${companyReferrals.at}`,
      other: sql`${companies.name}`,
      from: sql`${companyReferrals} join ${companies} on ${companies.id} = ${companyReferrals.toCompanyId} where ${companyReferrals.fromCompanyId} = ${id}`,
    }),
    of('referral_received', {
      at: sql`${companyReferrals.at}`,
      other: sql`${companies.name}`,
      from: sql`${companyReferrals} join ${companies} on ${companies.id} = ${companyReferrals.fromCompanyId} where ${companyReferrals.toCompanyId} = ${id}`,
    }),
    of('verification', {
      at: sql`${companyVerifications.at}`,
      what: sql`${companyVerifications.decision}`,
      by: sql`${companyVerifications.userId}`,
      from: sql`${companyVerifications} where ${companyVerifications.companyId} = ${id}`,
    }),
    of('lead', {
      at: sql`${leadChanges.at}`,
      what: sql`${leadChanges.cause}`,
      how: sql`(select ${users.name} from ${users} where ${users.id} = ${leadChanges.fromUserId})`,
      other: sql`(select ${users.name} from ${users} where ${users.id} = ${leadChanges.toUserId})`,
      by: sql`${leadChanges.authorId}`,
      from: sql`${leadChanges} where ${leadChanges.companyId} = ${id}`,
    }),
    of('merged', {
      at: sql`${companyMerges.mergedAt}`,
      words: sql`${companyMerges.reason}`,
      other: sql`${companies.name}`,
      by: sql`${companyMerges.mergedBy}`,
      from: sql`${companyMerges} join ${companies} on ${companies.id} = ${companyMerges.fromCompanyId} where ${companyMerges.intoCompanyId} = ${id} and ${companyMerges.unmergedAt} is null`,
    }),
  ]
}
