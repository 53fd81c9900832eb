import { PgDialect } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import { companyPage } from '#app/domain/companies/company-page.server.ts'
import { listCompanies } from '#app/domain/companies/list-companies.server.ts'
import type { CompanySort } from '#app/domain/companies/portfolio.ts'
import { timelineSources } from '#app/domain/companies/timeline-sources.server.ts'
import { timeline } from '#app/domain/companies/timeline.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'

const PER_PAGE = 25
const LINES = 20

export const firstPage = (tx: Tx, sort: CompanySort) =>
  listCompanies(tx, { sort, page: 1, perPage: PER_PAGE })

const bareOrder: Partial<Record<CompanySort, string>> = {
  next: `(select min(due_at) from follow_ups where company_id = c.id and state = 'planned') asc nulls last`,
  name: 'lower(c.name)',
  score: 'c.trust_score desc',
  last: 'c.last_contact_at asc nulls first',
}
export const bareSorts = Object.keys(bareOrder) as CompanySort[]

/** The same rows by one statement written for them, past row security. */
export const bareFirstPage = (db: postgres.Sql, sort: CompanySort) =>
  db.unsafe(`select p.*, u.name as by_name, o.name as org_name, f.*, t.*,
      (select count(*) from companies where merged_into is null) as total
    from (select * from companies c where merged_into is null
      order by ${bareOrder[sort] ?? 'c.name'}, lower(c.name), c.id limit ${PER_PAGE}) p
    left join users u on u.id = p.lead_user_id left join organisations o on o.id = p.lead_org_id
    cross join lateral (select
      (select count(*) from openings where company_id = p.id and state = 'open') as open,
      (select count(*) from follow_ups where company_id = p.id and state = 'planned' and rule_key is null and kind = 'task') as promises,
      (select count(*) filter (where kind <> 'job') from placements where company_id = p.id) as hosted,
      (select count(*) filter (where kind = 'job' or became_hire) from placements where company_id = p.id) as hired,
      (select count(*) from cards where company_id = p.id and state <> 'withdrawn') as proposals,
      (select count(answered_at) from cards where company_id = p.id and state <> 'withdrawn') as answered) f
    left join lateral (select due_at, title, assignee_id from follow_ups
      where company_id = p.id and state = 'planned' order by due_at, id limit 1) t on true`)

/** What a company's page reads: its facts with the score's history, and the first page of its timeline. */
export async function wholePage(tx: Tx, id: CompanyId) {
  await companyPage(tx, id)
  return timeline(tx, id, { page: 1, perPage: LINES, part: 'past' })
}

const dialect = new PgDialect()

/** The rows of that page by one statement each, past row security and with nothing made of them. */
export async function barePage(db: postgres.Sql, id: CompanyId) {
  const of = (table: string, columns: string) =>
    db.unsafe(`select ${columns} from ${table} where company_id = $1`, [id])
  await db`select c.*, u.name, o.name from companies c left join users u on u.id = c.lead_user_id
    left join organisations o on o.id = c.lead_org_id where c.id = ${id}`
  await of('trust_events', 'id, company_id, kind, occurred_at')
  await of('interactions', 'company_id, occurred_at')
  await of('follow_ups', 'due_at')
  await of('stage_changes', 'from_stage, to_stage, at')
  await of('contacts', '*')
  await of('openings', 'id, title, kind, state, places, posted_at')
  await of('interactions', 'sum(minutes), count(*)')
  const lines = dialect.sqlToQuery(sql`select e.*, u.name as by, count(*) over () as total
    from (${sql.join(timelineSources(id, 'past', null), sql` union all `)}) e left join users u on u.id = e.by_id
    order by e.at desc limit ${LINES}`)
  return db.unsafe(lines.sql, lines.params as string[])
}
