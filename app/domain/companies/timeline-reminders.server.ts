import { sql, type SQL } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import type { CompanyId } from '../shared/ids.ts'
import { monday, of, select, type TimelineStatement } from './timeline-statement.server.ts'

/**
 * Follow-ups and mails about these lead back to a person: they are dated by their week, what somebody wrote of them stays out, and
 * nobody is named beside them, because her case manager and organisation would be hers.
 */
const ofPerson = sql`${followUps.subjectType} in ('card', 'placement')`
const mailOfPerson = sql`${mails.subjectType} in ('card', 'placement')`

/** As much later than its day as somebody wonders about, in minutes; null where it was in time or nothing may be said. */
const late = (at: SQL): SQL => sql`case when ${at} > ${followUps.dueAt} + interval '1 day' and not ${ofPerson}
  then (extract(epoch from ${at} - ${followUps.dueAt}) / 60)::int end`

/** What a follow-up's title is made of. */
const titled = sql`json_build_object('kind', ${followUps.kind}, 'template', ${followUps.template},
  'title', ${followUps.title}, 'ruleKey', ${followUps.ruleKey})`

/** What is to come. One that was handed to the mail says for how many minutes it has been. */
export const planned = (id: CompanyId): SQL =>
  select('planned', {
    at: sql`${followUps.dueAt}`,
    what: sql`${followUps.template}`,
    how: sql`${followUps.kind}`,
    words: sql`${followUps.title}`,
    other: sql`${followUps.ruleKey}`,
    minutes: sql`(extract(epoch from ${now().toISOString()}::timestamptz - ${followUps.releasedAt}) / 60)::int`,
    by: sql`case when not ${ofPerson} then ${followUps.assigneeId} end`,
    from: sql`${followUps} where ${followUps.companyId} = ${id} and ${followUps.state} = 'planned'`,
  })

/** What became of the follow-ups: mails that left and that did not, what was done, left out or called ended. */
export const reminders = (id: CompanyId): TimelineStatement[] => [
  of('mail', {
    at: sql`case when ${mailOfPerson} then ${monday(sql`${mails.sentAt}`)} else ${mails.sentAt} end`,
    weekOnly: mailOfPerson,
    what: sql`${mails.template}`,
    how: sql`${followUps.ruleKey}`,
    other: sql`${contacts.name}`,
    minutes: late(sql`${mails.sentAt}`),
    from: sql`${toItsPeople(id)} and ${mails.sentAt} is not null`,
  }),
  of('mail_unsent', {
    at: sql`case when ${mailOfPerson} then ${monday(sql`${mails.createdAt}`)} else ${mails.createdAt} end`,
    weekOnly: mailOfPerson,
    what: sql`${mails.template}`,
    how: sql`${followUps.ruleKey}`,
    words: sql`case ${mails.state} when 'cancelled' then ${mails.failure} else ${mails.state} end`,
    other: sql`${contacts.name}`,
    // One whose follow-up was called off is told as that, below.
    from: sql`${toItsPeople(id)} and (${mails.state} in ('failed', 'uncertain') or (${mails.state} = 'cancelled'
      and (${mails.followUpId} is null or ${mails.failure} = 'weekly_limit')))`,
  }),
  of('settled', {
    at: sql`case when ${ofPerson} then ${monday(sql`${followUps.doneAt}`)} else ${followUps.doneAt} end`,
    weekOnly: ofPerson,
    how: sql`${followUps.state}`,
    words: sql`json_build_array(${titled})`,
    other: sql`case when ${followUps.state} = 'skipped' and not ${ofPerson} then ${followUps.postponedReason} end`,
    minutes: late(sql`${followUps.doneAt}`),
    by: sql`case when not ${ofPerson} then ${followUps.doneBy} end`,
    // A message that was done is a mail that left.
    from: sql`${followUps} where ${followUps.companyId} = ${id} and ${followUps.doneAt} is not null
      and (${followUps.state} = 'skipped' or (${followUps.state} = 'done' and ${followUps.kind} = 'task'))`,
  }),
  of('called_off', {
    at: sql`ended.at`,
    weekOnly: sql`ended.of_person`,
    how: sql`ended.why`,
    words: sql`ended.titles`,
    // What one fact ended is one entry.
    from: sql`(select ${ofPerson} as of_person, ${followUps.why} as why, json_agg(${titled} order by ${followUps.dueAt}) as titles,
        case when ${ofPerson} then ${monday(sql`${followUps.doneAt}`)} else date_trunc('minute', ${followUps.doneAt}) end as at
      from ${followUps} where ${followUps.companyId} = ${id} and ${followUps.state} = 'cancelled'
        and ${followUps.doneAt} is not null and ${followUps.why} <> 'mail_refused'
      group by 1, 2, 4) ended`,
  }),
]

const toItsPeople = (
  id: CompanyId,
): SQL => sql`${contacts} join ${mails} on ${mails.contactId} = ${contacts.id}
  left join ${followUps} on ${followUps.id} = ${mails.followUpId}
  where ${contacts.companyId} = ${id} and ${mails.class} = 'company'`
