import { sql } from 'drizzle-orm'
import { companies, interactions } from '#db/schema/companies.ts'
import { placements } from '#db/schema/proposals.ts'
import { audit } from '../audit/record.server.ts'
import { atLocal } from '../calendar/rome.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Effort } from './effort-result.ts'
import type { Period } from './period.ts'

export type EffortsBy = { network: Effort; stages: Effort[]; organisations: Effort[] }

type Dimension = 'stage' | 'organisation' | 'network'
type Row = Effort & { dimension: Dimension }

/** The rows of `done` by stage, by organisation and all together; `keyed` says which of them a line is. */
const grouped = sql`group by grouping sets ((stage), (org_id), ())`
const keyed = sql`case grouping(stage, org_id) when 1 then 'stage' when 2 then 'organisation' else 'network' end as dimension,
  coalesce(stage, org_id::text) as key`

const NOTHING = { key: null, minutes: 0, hosted: 0, hired: 0 }

/**
 * The minutes that went into companies in a period, and the placements and hires that came in it: by the stage on which the
 * company stands today, and by the organisation that did the work or whose person it was. Placements are rows about
 * persons that only their own organisation reads: they are counted as our own process, and only suppressed may they leave.
 */
export async function effortsOf(tx: Tx, period: Period): Promise<EffortsBy> {
  const from = atLocal(period.from, '00:00').toISOString()
  const to = atLocal(period.to, '00:00').toISOString()
  const worked = await tx.execute<Row>(sql`
    with done as (
      select c.stage, i.org_id, i.minutes from ${interactions} i join ${companies} c on c.id = i.company_id
      where i.occurred_at >= ${from}::timestamptz and i.occurred_at < ${to}::timestamptz)
    select ${keyed}, coalesce(sum(minutes), 0)::int as minutes, 0 as hosted, 0 as hired from done ${grouped}`)
  await audit(tx, { action: 'network.results_read', subjectType: 'network' })
  const came = await asOurselves(tx, () =>
    tx.execute<Row>(sql`
      with begun as (
        select company_id, org_id, kind <> 'job' and starts_on >= ${period.from} as hosted,
          case when kind = 'job' then starts_on >= ${period.from}
            else became_hire and ends_on >= ${period.from} and ends_on < ${period.to} end as hired
        from ${placements} where starts_on < ${period.to}),
      done as (
        select c.stage, b.org_id, b.hosted, b.hired from begun b join ${companies} c on c.id = b.company_id
        where b.hosted or b.hired)
      select ${keyed}, 0 as minutes, count(*) filter (where hosted)::int as hosted,
        count(*) filter (where hired)::int as hired from done ${grouped}`),
  )
  const rows = [...worked, ...came]
  return {
    network: added(rows, 'network')[0] ?? NOTHING,
    stages: added(rows, 'stage'),
    organisations: added(rows, 'organisation'),
  }
}

function added(rows: readonly Row[], dimension: Dimension): Effort[] {
  const byKey = new Map<string | null, Effort>()
  for (const row of rows.filter((row) => row.dimension === dimension)) {
    const { minutes, hosted, hired } = byKey.get(row.key) ?? NOTHING
    byKey.set(row.key, {
      key: row.key,
      minutes: minutes + row.minutes,
      hosted: hosted + row.hosted,
      hired: hired + row.hired,
    })
  }
  return [...byKey.values()]
}
