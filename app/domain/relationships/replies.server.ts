import { sql } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { cards } from '#db/schema/proposals.ts'
import { addDays, atLocal, ROME, type IsoDate } from '../calendar/rome.ts'
import { addWorkingDays } from '../calendar/working-days.server.ts'
import { provinceOf } from '../places/places.server.ts'
import type { OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { ANSWER_IN_TIME_WORKING_DAYS } from '../trust/event-kinds.ts'
import { ELSEWHERE } from './ground.server.ts'
import type { Period } from '../network/period.ts'
import type { Replies } from './reply-rates.ts'

/** `organisations` by the one that leads the company; null there is the companies that nobody leads. */
export type RepliesBy = {
  network: Replies
  stages: Replies[]
  organisations: (Omit<Replies, 'key'> & { key: OrganisationId | null })[]
  territories: Replies[]
}

/** The end of the time for an answer to what was sent on a day, as `creditAnswer` counts it. */
const endOf = (day: IsoDate): Date => atLocal(addWorkingDays(day, ANSWER_IN_TIME_WORKING_DAYS + 1), '00:00')

/** Every day of a period with the end of its time for an answer, where that has come before the period's own end. */
function daysWithTheirEnd({ from, to }: Period): { day: IsoDate; end: Date }[] {
  const last = atLocal(to, '00:00')
  const days = []
  for (let day = from; day < to; day = addDays(day, 1)) days.push({ day, end: endOf(day) })
  return days.filter(({ end }) => end <= last)
}

type Row = Omit<Replies, 'key'> & {
  dimension: 'stage' | 'organisation' | 'number' | 'network'
  key: string | null
}

/**
 * How companies answered the proposals of a period: those that reached them, were not taken back unanswered, and had their
 * five working days before the period ended. An answer is the first word of theirs, also the wish to talk.
 */
export async function repliesOf(tx: Tx, period: Period): Promise<RepliesBy> {
  const days = daysWithTheirEnd(period)
  const list = (values: readonly string[]) => `{${values.join(',')}}`
  const until = atLocal(period.to, '00:00').toISOString()
  const rows = await tx.execute<Row>(sql`
    with due as (
      select * from unnest(${list(days.map(({ day }) => day))}::date[],
        ${list(days.map(({ end }) => end.toISOString()))}::timestamptz[]) as d (day, ends)),
    settled as (
      select k.company_id, due.ends, coalesce(k.talked_at, k.answered_at) as at
      from ${cards} k join due on due.day = (k.sent_at at time zone ${ROME})::date
      where k.sent_at >= ${atLocal(period.from, '00:00').toISOString()}::timestamptz
        and k.sent_at < ${until}::timestamptz and (k.state <> 'withdrawn' or k.answered_at is not null))
    select case grouping(c.stage, c.lead_org_id, left(c.place_code, 3))
        when 3 then 'stage' when 5 then 'organisation' when 6 then 'number' else 'network' end as dimension,
      coalesce(c.stage, c.lead_org_id::text, left(c.place_code, 3)) as key,
      count(*)::int as sent, count(*) filter (where settled.at < settled.ends)::int as "inTime",
      count(*) filter (where settled.at < ${until}::timestamptz)::int as answered
    from settled join ${companies} c on c.id = settled.company_id
    group by grouping sets ((c.stage), (c.lead_org_id), (left(c.place_code, 3)), ())`)
  const of = (dimension: Row['dimension']): Replies[] =>
    rows.filter((row) => row.dimension === dimension).map(({ dimension: _, ...replies }) => replies)
  return {
    network: of('network')[0] ?? { key: null, sent: 0, inTime: 0, answered: 0 },
    stages: of('stage'),
    organisations: of('organisation') as RepliesBy['organisations'],
    territories: byTerritory(of('number')),
  }
}

/** A province may have more than one number, and what lies outside of the territory has many. */
function byTerritory(rows: readonly Replies[]): Replies[] {
  const added = new Map<string, Replies>()
  for (const { key: number, ...row } of rows) {
    const key = provinceOf(number ?? '') ?? ELSEWHERE
    const { sent = 0, inTime = 0, answered = 0 } = added.get(key) ?? {}
    const { sent: moreSent, inTime: moreInTime, answered: moreAnswered } = row
    added.set(key, {
      key,
      sent: sent + moreSent,
      inTime: inTime + moreInTime,
      answered: answered + moreAnswered,
    })
  }
  return [...added.values()]
}
