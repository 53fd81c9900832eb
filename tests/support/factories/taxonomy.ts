import { professions } from '#app/domain/taxonomy/professions.ts'
import { skills } from '#app/domain/taxonomy/skills.ts'
import { system } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { taxonomyProfessions, taxonomySkills } from '#db/schema/taxonomy.ts'

/** The curated skills and professions whose code is like that, in their tables. */
export async function aTaxonomy(codes: RegExp): Promise<void> {
  const wanted = <Item extends { code: string; it: string; en: string }>(items: readonly Item[]) =>
    items
      .filter(({ code }) => codes.test(code))
      .map((item) => ({ ...item, origin: 'curated' as const, labelIt: item.it, labelEn: item.en }))
  await withActor(system('test'), async (tx) => {
    const [ofSkills, ofProfessions] = [wanted(skills), wanted(professions)]
    if (ofSkills.length > 0) await tx.insert(taxonomySkills).values(ofSkills)
    if (ofProfessions.length > 0) await tx.insert(taxonomyProfessions).values(ofProfessions)
  })
}
