import { m } from '#app/locales/generated/messages.js'
import { Icon } from '#app/ui/Icon.tsx'
import type { Choice, Found } from './lookup.ts'
import { SearchBox } from './SearchBox.tsx'
import { useLookup } from './use-lookup.ts'

type SkillPickerProps = {
  label: string
  hint: string
  search: Found | undefined
  suggestions: readonly Choice[]
  /** Codes already in the list. */
  chosen: readonly string[]
  /** Name of the form's buttons, and what the values of these begin with where a form has two pickers. */
  press?: string
  prefix?: string
  /** Field that carries what is searched for. */
  query?: string
}

/**
 * Finds skills and puts them into the list beside it: suggestions by one press, others by a search. Every button posts
 * the form as it stands; the server shows it again with the list changed.
 */
export function SkillPicker(props: SkillPickerProps) {
  const { label, hint, suggestions, chosen, press = 'do', prefix = '', query = 'q' } = props
  const { found, typed } = useLookup('competenze', props.search)
  const chips = (skills: readonly Choice[], name: string) => (
    <div className="week-tools" role="group" aria-label={name}>
      {skills.map((skill) => {
        const isChosen = chosen.includes(skill.code)
        const value = `${prefix}${isChosen ? 'remove' : 'add'}:${skill.code}`
        return <SkillChip key={skill.code} name={press} value={value} label={skill.label} chosen={isChosen} />
      })}
    </div>
  )
  return (
    <div className="stack">
      <SearchBox
        id={`${prefix}skill-search`}
        name={query}
        press={{ name: press, value: `${prefix}search` }}
        label={label}
        hint={hint}
        query={props.search?.query}
        onType={typed}
      />
      <div role="status">
        {found?.query ? (
          <>
            <p className="form-text">
              {found.found.length > 0
                ? m.openings_found({ count: found.found.length, query: found.query })
                : m.ui_skills_found_none({ query: found.query })}
            </p>
            {found.found.length > 0 ? chips(found.found, m.openings_found_list()) : null}
          </>
        ) : null}
      </div>
      {suggestions.length > 0 ? (
        <div>
          <p className="form-label">{m.openings_suggested()}</p>
          {chips(suggestions, m.openings_suggested())}
        </div>
      ) : null}
    </div>
  )
}

type SkillChipProps = { name: string; value: string; label: string; chosen: boolean }

/** Pressed once it adds the skill, pressed again it takes it away: the button stays, and so does the focus. */
function SkillChip({ name, value, label, chosen }: SkillChipProps) {
  return (
    <button type="submit" name={name} value={value} formNoValidate aria-pressed={chosen} className="chip">
      <Icon name={chosen ? 'check' : 'plus'} />
      {label}
    </button>
  )
}
