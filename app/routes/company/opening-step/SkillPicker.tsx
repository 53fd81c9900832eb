import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Icon } from '#app/ui/Icon.tsx'
import type { SkillChoice, SkillSearch } from './skill-lists.server.ts'

type SkillPickerProps = {
  label: string
  hint: string
  search: SkillSearch | undefined
  suggestions: readonly SkillChoice[]
  /** Codes already in the list. */
  chosen: readonly string[]
}

/**
 * Finds skills and puts them into the list beside it: suggestions by one press, others by a search. Every button posts
 * the form as it stands; the server shows it again with the list changed.
 */
export function SkillPicker({ label, hint, search, suggestions, chosen }: SkillPickerProps) {
  const chips = (skills: readonly SkillChoice[], name: string) => (
    <div className="week-tools" role="group" aria-label={name}>
      {skills.map((skill) => (
        <SkillChip key={skill.code} skill={skill} chosen={chosen.includes(skill.code)} />
      ))}
    </div>
  )
  return (
    <div className="stack">
      <div className="field">
        <label className="form-label" htmlFor="skill-search">
          {label}
        </label>
        <div className="form-text" id="skill-search-description">
          {hint}
        </div>
        <div className="field-affixed">
          <input
            id="skill-search"
            name="q"
            type="search"
            className="form-control"
            maxLength={100}
            autoComplete="off"
            defaultValue={search?.query}
            aria-describedby="skill-search-description"
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              event.currentTarget.form?.querySelector<HTMLButtonElement>('button[value=search]')?.click()
            }}
          />
          <Button variant="secondary" name="do" value="search" formNoValidate icon="search">
            {m.openings_search()}
          </Button>
        </div>
      </div>
      <div role="status">
        {search?.query ? (
          <>
            <p className="form-text">
              {search.found.length > 0
                ? m.openings_found({ count: search.found.length, query: search.query })
                : m.openings_found_none({ query: search.query })}
            </p>
            {search.found.length > 0 ? chips(search.found, m.openings_found_list()) : null}
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

/** Pressed once it adds the skill, pressed again it takes it away: the button stays, and so does the focus. */
function SkillChip({ skill: { code, label }, chosen }: { skill: SkillChoice; chosen: boolean }) {
  return (
    <button
      type="submit"
      name="do"
      value={`${chosen ? 'remove' : 'add'}:${code}`}
      formNoValidate
      aria-pressed={chosen}
      className="chip"
    >
      <Icon name={chosen ? 'check' : 'plus'} />
      {label}
    </button>
  )
}
