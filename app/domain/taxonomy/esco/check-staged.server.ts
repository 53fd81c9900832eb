import { inArray, type SQL, sql } from 'drizzle-orm'
import {
  taxonomyProfessions,
  taxonomySkills,
  taxonomyStagedConcepts,
  taxonomyStagedLinks,
} from '#db/schema/taxonomy.ts'
import type { Tx } from '../../shared/with-actor.server.ts'
import type { Pillar } from './esco-file.ts'
import { findCycle } from './find-cycle.ts'
import { RefusedFile } from './refused-file.ts'

const tables = { skill: taxonomySkills, occupation: taxonomyProfessions }

/** Which end of which relations names a concept of which list. */
const ends = [
  { end: sql`from_code`, kinds: ['essential', 'optional'], pillar: 'occupation', column: 'occupationUri' },
  { end: sql`to_code`, kinds: ['essential', 'optional'], pillar: 'skill', column: 'skillUri' },
  { end: sql`from_code`, kinds: ['broader_skill'], pillar: 'skill', column: 'conceptUri' },
  { end: sql`to_code`, kinds: ['broader_skill'], pillar: 'skill', column: 'broaderUri' },
  { end: sql`from_code`, kinds: ['broader_profession'], pillar: 'occupation', column: 'conceptUri' },
  { end: sql`to_code`, kinds: ['broader_profession'], pillar: 'occupation', column: 'broaderUri' },
] as const

/**
 * Looks at what the files say together: relations between concepts that exist, once this import is in, and no concept
 * above itself.
 * @param given the lists of which this import has a file; of the others the concepts known so far count.
 * @throws RefusedFile with the first row that can't be right.
 */
export async function checkStaged(tx: Tx, given: ReadonlySet<Pillar>): Promise<void> {
  for (const { end, kinds, pillar, column } of ends) {
    const [unknown] = await tx
      .select()
      .from(taxonomyStagedLinks)
      .where(
        sql`${inArray(taxonomyStagedLinks.kind, [...kinds])} and ${end} not like 'group:%'
          and ${end} not in (${knownCodes(pillar, given.has(pillar))})`,
      )
      .orderBy(taxonomyStagedLinks.line)
      .limit(1)
    if (!unknown) continue
    const code = column === 'occupationUri' || column === 'conceptUri' ? unknown.fromCode : unknown.toCode
    const why = given.has(pillar)
      ? `which no file of ${pillar}s of this import has`
      : `which is no ${pillar} that the taxonomy knows: import its file too`
    throw new RefusedFile(unknown.file, unknown.line, `${column} names ${code}, ${why}`)
  }
  await refuseCycles(tx)
}

const knownCodes = (pillar: Pillar, given: boolean): SQL =>
  given
    ? sql`select code from ${taxonomyStagedConcepts} where pillar = ${pillar}`
    : sql`select code from ${tables[pillar]} where retired_at is null`

async function refuseCycles(tx: Tx): Promise<void> {
  const links = await tx
    .select({
      from: taxonomyStagedLinks.fromCode,
      to: taxonomyStagedLinks.toCode,
      file: taxonomyStagedLinks.file,
      line: taxonomyStagedLinks.line,
    })
    .from(taxonomyStagedLinks)
    .where(inArray(taxonomyStagedLinks.kind, ['broader_skill', 'broader_profession']))
  const cycle = findCycle(links)
  if (!cycle) return
  const steps = cycle
    .slice(1)
    .map((to, at) => links.find((link) => link.from === cycle[at] && link.to === to))
  const rows = steps.map((step) => step?.line ?? 0)
  throw new RefusedFile(
    steps.at(-1)?.file ?? '',
    steps.at(-1)?.line ?? null,
    `${cycle.join(' is below ')}: a concept can't be below itself (rows ${rows.join(', ')})`,
  )
}
