import { sql, type SQL } from 'drizzle-orm'
import { searchEntries } from '#db/schema/search.ts'
import { taxonomyProfessions, taxonomySkills } from '#db/schema/taxonomy.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { LabelToIndex } from './label.ts'

type Kind = LabelToIndex['kind']

const offeredOf = (kind: Kind, table: typeof taxonomySkills | typeof taxonomyProfessions): SQL =>
  sql`select ${kind} as kind, code, label_it as it, label_en as en, alt_it as "alsoIt", alt_en as "alsoEn",
    md5(row(label_it, label_en, alt_it, alt_en)::text) as fingerprint from ${table} where retired_at is null`

/** Every skill and profession that is offered, one row each. */
const offered = sql`(${offeredOf('skill', taxonomySkills)} union all ${offeredOf('profession', taxonomyProfessions)})`

/** The first of the skills and professions of the taxonomy whose entry is missing or tells former names. */
export async function labelsToIndex(tx: Tx, most: number): Promise<LabelToIndex[]> {
  const rows = await tx.execute<LabelToIndex>(sql`select l.* from ${offered} l
    left join ${searchEntries} e on e.kind = l.kind and e.ref = l.code
    where e.fingerprint is distinct from l.fingerprint order by l.kind, l.code limit ${most}`)
  return [...rows]
}

/** Skills and professions that have an entry and are offered no more. */
export async function labelsToRemove(tx: Tx): Promise<{ kind: Kind; code: string }[]> {
  const rows = await tx.execute<{
    kind: Kind
    code: string
  }>(sql`select e.kind, e.ref as code from ${searchEntries} e
    where e.kind in ('skill', 'profession')
      and not exists (select 1 from ${offered} l where l.kind = e.kind and l.code = e.ref)
    order by e.kind, e.ref`)
  return [...rows]
}
