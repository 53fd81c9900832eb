import { and, eq, isNull, notInArray, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { taxonomyLinks, taxonomyProfessions, taxonomySkills } from '#db/schema/taxonomy.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { foldLabels } from './fold-text.ts'
import type { Labels } from './labels.ts'
import { professions } from './professions.ts'
import { skills } from './skills.ts'
import { newVersion } from './version.server.ts'

const wordsOf = ({ it, en }: Labels) => ({
  labelIt: it,
  labelEn: en,
  foldedIt: foldLabels([it]),
  foldedEn: foldLabels([en]),
})

/** What a curated row must say, beside its code. */
const said = {
  labelIt: sql`excluded.label_it`,
  labelEn: sql`excluded.label_en`,
  foldedIt: sql`excluded.folded_it`,
  foldedEn: sql`excluded.folded_en`,
  origin: sql`excluded.origin`,
  retiredAt: null,
}

type Table = typeof taxonomySkills | typeof taxonomyProfessions

/** A code that was taken out of the list stays readable for whoever uses it. */
const retireGone = (tx: Tx, table: Table, codes: string[]) =>
  tx
    .update(table)
    .set({ retiredAt: now() })
    .where(and(eq(table.origin, 'curated'), isNull(table.retiredAt), notInArray(table.code, codes)))
    .returning({ code: table.code })

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
    await tx
      .insert(taxonomySkills)
      .values(ofSkills)
      .onConflictDoUpdate({
        target: taxonomySkills.code,
        set: { ...said, groupCode: sql`excluded.group_code` },
        setWhere: sql`row(${s.labelIt}, ${s.labelEn}, ${s.groupCode}, ${s.retiredAt}) is distinct from
          row(excluded.label_it, excluded.label_en, excluded.group_code, null)`,
      })
      .returning({ code: s.code }),
    await tx
      .insert(taxonomyProfessions)
      .values(ofProfessions)
      .onConflictDoUpdate({
        target: taxonomyProfessions.code,
        set: { ...said, isco: sql`excluded.isco`, sector: sql`excluded.sector` },
        setWhere: sql`row(${p.labelIt}, ${p.labelEn}, ${p.isco}, ${p.sector}, ${p.retiredAt}) is distinct from
          row(excluded.label_it, excluded.label_en, excluded.isco, excluded.sector, null)`,
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
