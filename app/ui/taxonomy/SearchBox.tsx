import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'

type SearchBoxProps = {
  id: string
  /** Field that carries what is searched for. */
  name: string
  /** The button that posts the form to be shown again with what was found. */
  press: { name: string; value: string }
  label: string
  hint: string
  query: string | undefined
  onType: (query: string) => void
}

/** A search inside a form: its button posts the form as it stands, Enter presses that button and no other. */
export function SearchBox({ id, name, press, label, hint, query, onType }: SearchBoxProps) {
  return (
    <div className="field">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <div className="form-text" id={`${id}-description`}>
        {hint}
      </div>
      <div className="field-affixed">
        <input
          id={id}
          name={name}
          type="search"
          className="form-control"
          maxLength={100}
          autoComplete="off"
          defaultValue={query}
          aria-describedby={`${id}-description`}
          onChange={(event) => onType(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            event.currentTarget.parentElement?.querySelector('button')?.click()
          }}
        />
        <Button variant="secondary" {...press} formNoValidate icon="search">
          {m.ui_search()}
        </Button>
      </div>
    </div>
  )
}
