import { sql } from 'drizzle-orm'
import { organisations, users } from '#db/schema/accounts.ts'
import { contacts } from '#db/schema/companies.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { TimelineEntry, TimelinePart, TimelineTopic } from './timeline-entry.ts'
import { timelineSources } from './timeline-sources.server.ts'

type TimelinePage = { page: number; perPage: number; part?: TimelinePart; topic?: TimelineTopic | null }

type Row = Omit<TimelineEntry, 'at' | 'weekOnly'> & { at: Date | string; week_only: boolean; total: number }

/**
 * Everything that happened with a company and everything planned, the newest first, one page: shared by the whole
 * network, and without a word about any person who was proposed or placed there.
 */
export async function timeline(
  tx: Tx,
  companyId: CompanyId,
  { page, perPage, part = 'all', topic = null }: TimelinePage,
): Promise<{ entries: TimelineEntry[]; total: number }> {
  actingStaff(tx, 'company.relate')
  const rows =
    await tx.execute<Row>(sql`select e.source, e.at, e.week_only, e.what, e.how, e.words, e.minutes,
      coalesce(e.other, c.name) as other, e.interaction_id as "interactionId", u.name as by, o.name as org, e.total
    from (select *, count(*) over ()::int as total
      from (${sql.join(timelineSources(companyId, part, topic), sql` union all `)}) one
      order by at desc, source, what, words limit ${perPage} offset ${(page - 1) * perPage}) e
    left join ${contacts} c on c.id = e.contact_id
    left join ${users} u on u.id = e.by_id left join ${organisations} o on o.id = u.org_id
    order by e.at desc, e.source, e.what, e.words`)
  return {
    total: rows[0]?.total ?? 0,
    entries: rows.map(({ week_only: weekOnly, at, total: _total, ...row }) => ({
      ...row,
      at: new Date(at),
      weekOnly,
    })),
  }
}
