import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { taxonomyLinks, taxonomySkills } from '#db/schema/taxonomy.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { professionByCode } from './professions.ts'

/** ESCO has up to a hundred skills for a profession: more than anybody reads as a suggestion. */
const MOST_SUGGESTED = 12

/**
 * Codes of the skills that a profession suggests to who fills a form: ours for a curated one, what ESCO calls essential
 * and then what it calls optional for an imported one.
 */
export async function suggestSkills(tx: Tx, professionCode: string): Promise<readonly string[]> {
  const curated = professionByCode(professionCode)
  if (curated) return curated.skills
  const rows = await tx
    .select({ code: taxonomyLinks.toCode })
    .from(taxonomyLinks)
    .innerJoin(taxonomySkills, eq(taxonomySkills.code, taxonomyLinks.toCode))
    .where(
      and(
        eq(taxonomyLinks.fromCode, professionCode),
        inArray(taxonomyLinks.kind, ['essential', 'optional']),
        isNull(taxonomySkills.retiredAt),
      ),
    )
    .orderBy(asc(taxonomyLinks.kind), asc(taxonomyLinks.toCode))
    .limit(MOST_SUGGESTED)
  return rows.map(({ code }) => code)
}
