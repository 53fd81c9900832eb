import { and, eq, isNull, notInArray, type SQL, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { taxonomyLinks, taxonomyProfessions, taxonomySkills } from '#db/schema/taxonomy.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { foldLabels } from './fold-text.ts'
import type { Labels } from './labels.ts'
import { professions } from './professions.ts'
import { skills } from './skills.ts'
import { newVersion } from './version.server.ts'

type Entry = Labels & { code: string; esco?: string }

const wordsOf = ({ it, en, esco }: Entry) => ({
  escoUri: esco ?? null,
  labelIt: it,
  labelEn: en,
  foldedIt: foldLabels([it]),
  foldedEn: foldLabels([en]),
})

type Table = typeof taxonomySkills | typeof taxonomyProfessions

/** What a curated row must say, beside its code. The alternatives that an import gave it stay behind our own words. */
const saidIn = (table: Table) => ({
  escoUri: sql`excluded.esco_uri`,
  labelIt: sql`excluded.label_it`,
  labelEn: sql`excluded.label_en`,
  foldedIt: sql`excluded.folded_it || ${alternativesOf(sql`${table.foldedIt}`)}`,
  foldedEn: sql`excluded.folded_en || ${alternativesOf(sql`${table.foldedEn}`)}`,
  origin: sql`excluded.origin`,
  retiredAt: null,
})
const alternativesOf = (folded: SQL): SQL => sql`coalesce(substring(${folded} from '[|].*$'), '')`

/** A code that was taken out of the list stays readable for whoever uses it, and stands for nothing of ESCO's. */
const retireGone = (tx: Tx, table: Table, codes: string[]) =>
  tx
    .update(table)
    .set({ retiredAt: now(), escoUri: null })
    .where(and(eq(table.origin, 'curated'), isNull(table.retiredAt), notInArray(table.code, codes)))
    .returning({ code: table.code })

/**
 * Takes the URIs of curated entries from any other entry that has one of them. A concept imported before it was curated is
 * retired: whoever uses it keeps it, and from now on ours is offered in its place.
 */
async function freeUris(tx: Tx, table: Table, entries: readonly Entry[]): Promise<{ code: string }[]> {
  const wanted = entries.flatMap(({ code, esco }) => (esco ? [{ code, esco }] : []))
  const rows = await tx.execute<{ code: string }>(sql`
    update ${table} t set esco_uri = null,
      retired_at = case when t.origin = 'esco' then coalesce(t.retired_at, ${now().toISOString()}) else t.retired_at end
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(code text, esco text)
    where t.esco_uri = w.esco and t.code <> w.code returning t.code`)
  return [...rows]
}

/**
 * Writes the curated skills, professions and suggestions into the tables, beside whatever was imported. Changes nothing
 * where they stand there already.
 * @returns how many rows it changed.
 */
export async function writeCurated(tx: Tx): Promise<number> {
  const ofSkills = skills.map((skill) => ({
    code: skill.code,
    origin: 'curated' as const,
    groupCode: skill.group as string,
    ...wordsOf(skill),
  }))
  const ofProfessions = professions.map((profession) => ({
    code: profession.code,
    origin: 'curated' as const,
    isco: profession.isco,
    sector: profession.sector as string,
    ...wordsOf(profession),
  }))
  const [s, p] = [taxonomySkills, taxonomyProfessions]
  const changed = [
    await freeUris(tx, taxonomySkills, skills),
    await freeUris(tx, taxonomyProfessions, professions),
    await tx
      .insert(taxonomySkills)
      .values(ofSkills)
      .onConflictDoUpdate({
        target: taxonomySkills.code,
        set: { ...saidIn(taxonomySkills), groupCode: sql`excluded.group_code` },
        setWhere: sql`row(${s.labelIt}, ${s.labelEn}, ${s.escoUri}, ${s.groupCode}, ${s.retiredAt}) is distinct from
          row(excluded.label_it, excluded.label_en, excluded.esco_uri, excluded.group_code, null)`,
      })
      .returning({ code: s.code }),
    await tx
      .insert(taxonomyProfessions)
      .values(ofProfessions)
      .onConflictDoUpdate({
        target: taxonomyProfessions.code,
        set: { ...saidIn(taxonomyProfessions), isco: sql`excluded.isco`, sector: sql`excluded.sector` },
        setWhere: sql`row(${p.labelIt}, ${p.labelEn}, ${p.escoUri}, ${p.isco}, ${p.sector}, ${p.retiredAt})
          is distinct from row(excluded.label_it, excluded.label_en, excluded.esco_uri, excluded.isco,
            excluded.sector, null)`,
      })
      .returning({ code: p.code }),
    await retireGone(
      tx,
      taxonomySkills,
      skills.map(({ code }) => code),
    ),
    await retireGone(
      tx,
      taxonomyProfessions,
      professions.map(({ code }) => code),
    ),
    await writeSuggestions(tx),
  ]
  const rows = changed.reduce((sum, { length }) => sum + length, 0)
  if (rows > 0) await newVersion(tx)
  return rows
}

/** From each curated profession to the skills it suggests; ESCO's own links are not touched. */
async function writeSuggestions(tx: Tx): Promise<unknown[]> {
  const wanted = professions.flatMap((profession) =>
    profession.skills.map((skill) => ({ from: profession.code, to: skill })),
  )
  const list = sql`jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("from" text, "to" text)`
  const gone = await tx.execute(sql`delete from ${taxonomyLinks} l where origin = 'curated'
    and not exists (select 1 from ${list} where w."from" = l.from_code and w."to" = l.to_code) returning 1`)
  const added = await tx.execute(sql`insert into ${taxonomyLinks} (from_code, kind, to_code, origin)
    select w."from", 'essential', w."to", 'curated' from ${list} on conflict do nothing returning 1`)
  return [...gone, ...added]
}
