import { type SQL, sql } from 'drizzle-orm'
import { taxonomyStagedConcepts, type taxonomyProfessions, type taxonomySkills } from '#db/schema/taxonomy.ts'
import type { Tx } from '../../shared/with-actor.server.ts'
import type { LabelLocale } from '../labels.ts'
import type { Pillar } from './esco-file.ts'

type List = typeof taxonomySkills | typeof taxonomyProfessions

const column = (name: 'label' | 'alt' | 'folded', locale: LabelLocale): SQL =>
  sql`${sql.identifier(`${name}_${locale}`)}`

/** ESCO's preferred and alternative labels of staged concept `s`, without what entry `t` of ours is called itself. */
const alternatives = (locale: LabelLocale): SQL => sql`array(
  select word from unnest(array_prepend(s.label, s.alt)) with ordinality as a(word, place)
  where lower(word) <> lower(t.${column('label', locale)}) order by place)`

/** Staged concepts of a language that curated entries stand for, whose alternative labels are others than now. */
const differing = (
  pillar: Pillar,
  locale: LabelLocale,
): SQL => sql`s.pillar = ${pillar} and s.locale = ${locale}
  and s.code = t.code and t.origin = 'curated' and t.${column('alt', locale)} <> ${alternatives(locale)}`

/** Curated entries that would take other alternative labels: what ours is called, and what ESCO calls it. */
export const joinedChanges = (pillar: Pillar, list: List): SQL => sql`
  select t.code, t.label_it as was, coalesce(max(s.label) filter (where s.locale = 'it'), max(s.label)) as "is"
  from ${list} t join ${taxonomyStagedConcepts} s
    on (${differing(pillar, 'it')}) or (${differing(pillar, 'en')})
  group by t.code, t.label_it`

/** Gives curated entries that stand for one of ESCO's its labels as alternatives, so that a search finds ours by them. */
export async function joinCurated(tx: Tx, pillar: Pillar, list: List): Promise<void> {
  for (const locale of ['it', 'en'] as const) {
    const folded = column('folded', locale)
    await tx.execute(sql`
      update ${list} t set ${column('alt', locale)} = ${alternatives(locale)},
        ${folded} = substring(t.${folded} from '^[^|]*') || '|' || s.folded
      from ${taxonomyStagedConcepts} s where ${differing(pillar, locale)}`)
  }
}
