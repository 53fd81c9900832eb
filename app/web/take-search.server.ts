import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { searchProfessions, searchSkills } from '#app/domain/taxonomy/search-entries.server.ts'
import { hasImports, isProfession, labelOfProfession } from '#app/domain/taxonomy/vocabulary.ts'
import { professionByCode } from '#app/domain/taxonomy/professions.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { Choice, Found } from '#app/ui/taxonomy/lookup.ts'
import type { MoreProfessions } from '#app/ui/taxonomy/ProfessionSearch.tsx'

const FIND_PROFESSION = 'find-profession'
const PROFESSION_QUERY = 'profession_q'

const typed = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

function takeQuery(form: FormData, name: string): string {
  const query = typed(form, name).slice(0, 100)
  form.delete(name)
  return query
}

type SkillSearchFields = { press: string; query: string; prefix?: string }
type TakenSearch = { again: boolean; act: string; code: string; search: Found }

/**
 * Takes a search box for skills out of a form, with the button that was pressed: they are the page's, not the form's.
 * `again` when it was one of the box's own buttons, or Enter in it.
 */
export async function takeSkillSearch(
  tx: Tx,
  form: FormData,
  locale: LabelLocale,
  { press: name, query: box, prefix = '' }: SkillSearchFields,
): Promise<TakenSearch> {
  const press = typed(form, name)
  const query = takeQuery(form, box)
  const ours = press !== '' && press !== 'enter' && press.startsWith(prefix)
  const [act = '', code = ''] = ours ? press.slice(prefix.length).split(':') : []
  // Enter in the search box searches, anywhere else it saves.
  const again = press === 'enter' ? query !== '' : ours
  const found = query === '' ? [] : await searchSkills(tx, { query, locale })
  return { again, act, code, search: { query, found } }
}

/** Those of the codes that no curated list has, with their labels. */
const importedOf = (codes: readonly string[], locale: LabelLocale): Choice[] =>
  [...new Set(codes)]
    .filter((code) => isProfession(code) && !professionByCode(code))
    .map((code) => ({ code, label: labelOfProfession(code, locale) }))

/** What selects of professions offer where these are chosen. */
export const moreProfessions = (codes: readonly string[], locale: LabelLocale): MoreProfessions => ({
  searchable: hasImports(),
  chosen: importedOf(codes, locale),
})

/**
 * Takes the search box for professions out of a form. `asked` when its button was pressed, or Enter in it: the form is
 * then shown again with what was found.
 * @param fields those that carry professions.
 */
export async function takeProfessionSearch(
  tx: Tx,
  form: FormData,
  locale: LabelLocale,
  { press: name, fields }: { press: string; fields: readonly string[] },
): Promise<{ asked: boolean; professions: MoreProfessions }> {
  const press = typed(form, name)
  const query = takeQuery(form, PROFESSION_QUERY)
  const asked = press === FIND_PROFESSION || (press === 'enter' && query !== '')
  const codes = fields.flatMap((field) => form.getAll(field)).filter((code) => typeof code === 'string')
  const found = query === '' ? [] : await searchProfessions(tx, { query, locale })
  return { asked, professions: { ...moreProfessions(codes, locale), search: { query, found } } }
}
