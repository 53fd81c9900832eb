import type postgres from 'postgres'
import { trustKinds } from '#app/domain/trust/event-kinds.ts'
import { trustStages } from '#app/domain/trust/stages.ts'

/** What a million events are: three in five moved trust, two in five are contacts. */
const TRUST_SHARE = 0.6
export const HEAVY = '00000000-0000-4000-8000-0000000000ff'
export const LEAD = '00000000-0000-4000-8000-000000000001'
export const ORG = '00000000-0000-4000-8000-000000000002'
const HEAVY_EVENTS = 2_000

/** A uuid that a number stands for. */
const uuid = (kind: string, number: string) =>
  `('${kind}-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

const list = (values: readonly string[]) => `array[${values.map((value) => `'${value}'`).join(',')}]`

/**
 * `companies` companies with `events` events of two years between them, a follow-up or two, an opening and proposals each; one more
 * has 2,000 events of its own.
 */
export async function fill(db: postgres.Sql, companies: number, events: number, today: Date): Promise<void> {
  const now = `'${today.toISOString()}'::timestamptz`
  const ago = (days: string) => `${now} - (${days}) * interval '1 day'`
  const company = (number: string) => uuid('10000000', number)
  const places = `(select array_agg(code) from (values ('001272'), ('004078'), ('006003'), ('003106'), ('002158')) p (code))`
  const of = (number: string, total: number) => company(`1 + ${number} % ${total}`)
  await db.unsafe(`insert into organisations (id, name, place_code) values ('${ORG}', 'Ente', '001272')`)
  await db.unsafe(`insert into users (id, role, org_id, name, email, created_at)
    values ('${LEAD}', 'case_manager', '${ORG}', 'Banco', 'banco@rete.example', ${now})`)
  await db.unsafe(`insert into companies (id, vat_id, name, sector, size_band, place_code, verification, stage, lead_org_id,
      lead_user_id, last_contact_at, created_at)
    select ${company('n')}, lpad(n::text, 11, '0'), 'Azienda ' || md5(n::text), 'hospitality', 'small',
      (${places})[1 + n % 5], 'verified', (${list(trustStages)})[1 + n % ${trustStages.length}], '${ORG}', '${LEAD}',
      ${ago('n % 200')}, ${ago('700')}
    from generate_series(1, ${companies}) n`)
  await db.unsafe(`insert into companies (id, vat_id, name, sector, size_band, place_code, verification, stage, created_at)
    values ('${HEAVY}', '99999999999', 'Azienda di tutti', 'hospitality', 'large', '001272', 'verified', 'hiring', ${ago('720')})`)
  const trust = Math.round(events * TRUST_SHARE)
  const write = async (to: (number: string) => string, moved: number, talks: number, kind: string) => {
    await db.unsafe(`insert into trust_events (id, company_id, kind, cause_type, occurred_at, created_at)
      select ${uuid(`2${kind}`, 'n')}, ${to('n')}, (${list(trustKinds)})[1 + n % ${trustKinds.length - 1}], 'opening',
        ${ago('(n::bigint * 7919) % 700')}, ${now}
      from generate_series(1, ${moved}) n`)
    await db.unsafe(`insert into interactions (id, org_id, company_id, user_id, kind, outcome, minutes, note, occurred_at, created_at)
      select ${uuid(`3${kind}`, 'n')}, '${ORG}', ${to('n')}, '${LEAD}', 'call',
        (array['positive','neutral','no_answer'])[1 + n % 3], 10, 'Sentita', ${ago('(n::bigint * 6007) % 700')}, ${now}
      from generate_series(1, ${talks}) n`)
  }
  await write((number) => of(number, companies), trust, events - trust, '0000000')
  await write(
    () => `'${HEAVY}'::uuid`,
    HEAVY_EVENTS * TRUST_SHARE,
    HEAVY_EVENTS * (1 - TRUST_SHARE),
    '1111111',
  )
  await db.unsafe(`insert into follow_ups (id, rule_key, subject_type, subject_id, company_id, kind, template, title, state,
      due_at, assignee_id, created_at)
    select ${uuid('40000000', 'n')}, case n % 2 when 0 then 'bench' end, 'company', ${of('n', companies)}, ${of('n', companies)},
      'task', 'by_hand', 'Richiamare', case n % 3 when 0 then 'planned' else 'done' end, ${ago('30 - n % 60')}, '${LEAD}', ${now}
    from generate_series(1, ${companies * 5}) n on conflict do nothing`)
  await db.unsafe(`insert into openings (id, company_id, state, title, created_at, posted_at)
    select ${uuid('50000000', 'n')}, ${of('n', companies)}, case n % 3 when 0 then 'open' else 'closed' end, 'Addetta',
      ${now}, ${ago('n % 300')}
    from generate_series(1, ${companies * 2}) n`)
  await db.unsafe(`insert into cards (id, opening_id, company_id, contact_id, week, sent_at, answered_at)
    select ${uuid('60000000', 'n')}, ${uuid('50000000', `1 + n % ${companies * 2}`)}, ${of('n', companies)}, '${LEAD}',
      '2026-03-02', ${ago('n % 300')}, case n % 2 when 0 then ${now} end
    from generate_series(1, ${companies * 3}) n`)
  await db.unsafe('vacuum analyze')
}
