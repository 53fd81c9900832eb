import { sql } from 'drizzle-orm'
import { remember } from '#app/platform/remember.ts'
import { taxonomyProfessions, taxonomySkills, taxonomyState } from '#db/schema/taxonomy.ts'
import { system } from '../shared/actor.ts'
import { SECOND } from '../shared/durations.ts'
import { type Tx, withActor } from '../shared/with-actor.server.ts'
import { heldVersion, holdVocabulary } from './vocabulary.ts'

/** So long after an import a process may still refuse its codes. */
const CHECK_EVERY = 2 * SECOND

/** Curated entries are in the code; the tables are asked for all the others. */
const notInCode = sql`origin <> 'curated' or retired_at is not null`

/** A concept that has come in one language only is shown in that one. */
const labels = {
  it: sql<string>`coalesce(label_it, label_en)`,
  en: sql<string>`coalesce(label_en, label_it)`,
}

async function readChanges(tx: Tx): Promise<void> {
  const [state] = await tx.select().from(taxonomyState)
  if (state?.version === heldVersion()) return
  const skills = await tx
    .select({ code: taxonomySkills.code, ...labels })
    .from(taxonomySkills)
    .where(notInCode)
  const professions = await tx
    .select({ code: taxonomyProfessions.code, isco: taxonomyProfessions.isco, ...labels })
    .from(taxonomyProfessions)
    .where(notInCode)
  holdVocabulary({
    version: state?.version,
    skills: new Map(skills.map(({ code, it, en }) => [code, { it, en }])),
    professions: new Map(professions.map(({ code, isco, it, en }) => [code, { isco, it, en }])),
  })
}

/** Reads the imported labels again if the tables have another version than what this process remembers. */
export const readVocabulary = (): Promise<void> => withActor(system('vocabulary'), readChanges)

/** The same, for every request and every event: asks the database at most every two seconds. */
export const freshVocabulary: () => Promise<void> = remember(CHECK_EVERY, readVocabulary)
