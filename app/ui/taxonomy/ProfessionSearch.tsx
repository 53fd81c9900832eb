import { m } from '#app/locales/generated/messages.js'
import type { SelectItems } from '#app/ui/forms/SelectOptions.tsx'
import type { Choice, Found } from './lookup.ts'
import { SearchBox } from './SearchBox.tsx'

/** What the selects of professions offer beyond the curated ones. */
export type MoreProfessions = {
  /** Whether there are imported ones to be searched. */
  searchable: boolean
  /** Imported ones that are chosen in this form. */
  chosen: Choice[]
  search?: Found
}

/**
 * The options of a select of professions: those that were found, those in use, the curated ones. One that is found stands in
 * its old place too: a select whose chosen option goes away forgets what was chosen.
 */
export const professionItems = (
  curated: SelectItems,
  chosen: readonly Choice[],
  found: readonly Choice[],
): SelectItems => [
  ...groupOf(m.ui_professions_found(), found),
  ...groupOf(m.ui_professions_chosen(), chosen),
  ...curated,
]

const groupOf = (group: string, entries: readonly Choice[]) =>
  entries.length > 0 ? [{ group, options: entries.map(({ code, label }) => ({ value: code, label })) }] : []

type ProfessionSearchProps = {
  press: string
  more: MoreProfessions
  found: Found | undefined
  typed: (query: string) => void
}

/** Finds professions that the selects above do not list, and puts them there. Not shown while there are none. */
export function ProfessionSearch({ press, more, found, typed }: ProfessionSearchProps) {
  if (!more.searchable) return null
  return (
    <>
      <SearchBox
        id="profession-search"
        name="profession_q"
        press={{ name: press, value: 'find-profession' }}
        label={m.ui_professions_search()}
        hint={m.ui_professions_search_hint()}
        query={more.search?.query}
        onType={typed}
      />
      <p role="status" className="form-text">
        {found?.query
          ? found.found.length > 0
            ? m.ui_professions_found_some({ count: found.found.length, query: found.query })
            : m.ui_professions_found_none({ query: found.query })
          : ''}
      </p>
    </>
  )
}
