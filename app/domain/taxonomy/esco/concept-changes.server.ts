import { type SQL, sql } from 'drizzle-orm'
import { taxonomyProfessions, taxonomySkills, taxonomyStagedConcepts } from '#db/schema/taxonomy.ts'
import type { Tx } from '../../shared/with-actor.server.ts'
import type { Pillar } from './esco-file.ts'
import type { Change, ChangeKind, Changes } from './import-report.ts'
import { joinedChanges, joinCurated } from './join-curated.server.ts'

/** More would make the report's row a burden; the count is always whole. */
const MOST_LISTED = 1_000

const listOf = (pillar: Pillar) => (pillar === 'skill' ? taxonomySkills : taxonomyProfessions)

/** One row for each staged concept, its two languages side by side. */
const stagedOf = (pillar: Pillar): SQL => sql`(select code, max(isco) as isco,
    max(label) filter (where locale = 'it') as it, max(label) filter (where locale = 'en') as en
  from ${taxonomyStagedConcepts} where pillar = ${pillar} group by code)`

const other = (column: 'it' | 'en'): SQL =>
  sql`(s.${sql.identifier(column)} <> t.${sql.identifier(`label_${column}`)})`

/** Each change as a question to the tables: the label before and after, of which concepts. */
function question(kind: ChangeKind, pillar: Pillar): SQL {
  const both = sql`from ${stagedOf(pillar)} s join ${listOf(pillar)} t using (code) where t.origin = 'esco'`
  switch (kind) {
    case 'added':
      return sql`select s.code, null as was, coalesce(s.it, s.en) as "is" from ${stagedOf(pillar)} s
        where not exists (select 1 from ${listOf(pillar)} t where t.code = s.code)`
    case 'relabelled':
      return sql`select s.code, case when ${other('it')} then t.label_it else t.label_en end as was,
        case when ${other('it')} then s.it else s.en end as "is" ${both} and (${other('it')} or ${other('en')})`
    case 'translated':
      return sql`select s.code, coalesce(t.label_it, t.label_en) as was,
        case when t.label_it is null then s.it else s.en end as "is"
        ${both} and ((t.label_it is null and s.it is not null) or (t.label_en is null and s.en is not null))`
    case 'joined':
      return joinedChanges(pillar, listOf(pillar))
    case 'moved':
      return pillar === 'skill'
        ? sql`select null as code, null as was, null as "is" where false`
        : sql`select s.code, t.isco as was, s.isco as "is" ${both} and t.isco <> s.isco`
    case 'returned':
      return sql`select s.code, null as was, coalesce(s.it, s.en) as "is" ${both} and t.retired_at is not null`
    case 'retired':
      return sql`select t.code, coalesce(t.label_it, t.label_en) as was, null as "is" from ${listOf(pillar)} t
        where t.origin = 'esco' and t.retired_at is null
          and t.code not in (select code from ${taxonomyStagedConcepts} where pillar = ${pillar})`
  }
}

async function ask(tx: Tx, kind: ChangeKind, pillar: Pillar): Promise<Changes> {
  const rows = await tx.execute<Change & { count: number }>(
    sql`select count(*) over ()::int as count, code, was, "is" from (${question(kind, pillar)}) changed
      order by code limit ${MOST_LISTED}`,
  )
  return { count: rows[0]?.count ?? 0, listed: rows.map(({ code, was, is }) => ({ code, was, is })) }
}

/** What the staged concepts would change in a list, before it is done. */
export async function conceptChanges(tx: Tx, pillar: Pillar): Promise<Record<ChangeKind, Changes>> {
  return {
    added: await ask(tx, 'added', pillar),
    relabelled: await ask(tx, 'relabelled', pillar),
    translated: await ask(tx, 'translated', pillar),
    joined: await ask(tx, 'joined', pillar),
    moved: await ask(tx, 'moved', pillar),
    returned: await ask(tx, 'returned', pillar),
    retired: await ask(tx, 'retired', pillar),
  }
}

/** How many concepts of ESCO a list offers now. */
export async function offered(tx: Tx, pillar: Pillar): Promise<number> {
  return tx.$count(listOf(pillar), sql`origin = 'esco' and retired_at is null`)
}

/** Brings a list to what is staged. Curated entries keep our words and take ESCO's as alternatives. */
export async function applyConcepts(tx: Tx, pillar: Pillar, at: Date): Promise<void> {
  const list = listOf(pillar)
  const staged = sql`${taxonomyStagedConcepts}`
  const isco = pillar === 'occupation'
  await tx.execute(sql`
    insert into ${list} (code, origin, esco_uri, label_it, label_en, alt_it, alt_en, folded_it, folded_en
      ${isco ? sql`, isco` : sql``})
    select c.code, 'esco', c.uri, it.label, en.label, coalesce(it.alt, '{}'), coalesce(en.alt, '{}'),
      coalesce(it.folded, ''), coalesce(en.folded, '') ${isco ? sql`, c.isco` : sql``}
    from (select code, max(uri) as uri, max(isco) as isco from ${staged} where pillar = ${pillar} group by code) c
    left join ${staged} it on it.pillar = ${pillar} and it.locale = 'it' and it.code = c.code
    left join ${staged} en on en.pillar = ${pillar} and en.locale = 'en' and en.code = c.code
    on conflict do nothing`)
  for (const locale of ['it', 'en'] as const) {
    const [label, alt, folded] = ['label', 'alt', 'folded'].map((column) =>
      sql.identifier(`${column}_${locale}`),
    )
    await tx.execute(sql`
      update ${list} t set ${label} = s.label, ${alt} = s.alt, ${folded} = s.folded from ${staged} s
      where s.pillar = ${pillar} and s.locale = ${locale} and s.code = t.code and t.origin = 'esco'
        and row(t.${label}, t.${alt}) is distinct from row(s.label, s.alt)`)
  }
  await joinCurated(tx, pillar, list)
  if (isco)
    await tx.execute(sql`update ${list} t set isco = s.isco from ${staged} s
      where s.pillar = ${pillar} and s.code = t.code and t.origin = 'esco' and t.isco <> s.isco`)
  const isStaged = sql`code in (select code from ${staged} where pillar = ${pillar})`
  await tx.execute(sql`update ${list} set retired_at = null
    where origin = 'esco' and retired_at is not null and ${isStaged}`)
  await tx.execute(sql`update ${list} set retired_at = ${at.toISOString()}
    where origin = 'esco' and retired_at is null and not (${isStaged})`)
}
