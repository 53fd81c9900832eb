import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { describedBy, errorId, firstError, hintId, type FieldErrors } from '#app/ui/forms/described-by.ts'
import { FieldError, FieldHint, OptionalMark } from '#app/ui/forms/FieldNotes.tsx'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

export type ChoiceGroupProps = {
  legend: ReactNode
  name: string
  /** Id of the first choice, so that an error's link leads to it. Defaults to the name. */
  id?: string
  options: readonly Choice[]
  hint?: ReactNode
  error?: FieldErrors
  required?: boolean
  unmarked?: boolean
  /** `cards` for few choices that need explaining, `inline` for short words. */
  layout?: 'list' | 'cards' | 'inline'
}

type Control = { type: 'radio' | 'checkbox'; checked: readonly string[] }

/** What `RadioGroup` and `CheckboxGroup` share: a fieldset whose legend is the question. */
export function ChoiceGroup(props: ChoiceGroupProps & Control) {
  const { legend, name, id = name, hint, layout = 'list', type, checked } = props
  const error = firstError(props.error)
  const described = [hint ? hintId(id) : '', error ? errorId(id) : ''].filter(Boolean).join(' ') || undefined
  return (
    <fieldset
      className={classNames('choice-group', `choice-group--${layout}`, error && 'choice-group--error')}
      aria-describedby={described}
    >
      <legend className="choice-legend">
        {legend}
        {props.unmarked ? null : <OptionalMark required={props.required} />}
      </legend>
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldError id={id} error={error} />
      <div className="choices">
        {props.options.map(({ value, label, hint: note, disabled }, index) => {
          const choiceId = index === 0 ? id : `${id}-${value}`
          const noteId = `${choiceId}-choice`
          return (
            <div key={value} className="choice">
              <input
                type={type}
                id={choiceId}
                name={name}
                value={value}
                disabled={disabled}
                defaultChecked={checked.includes(value)}
                required={type === 'radio' && props.required}
                {...describedBy(noteId, { describedBy: note ? noteId : undefined })}
              />
              <div>
                <label htmlFor={choiceId}>{label}</label>
                {note ? (
                  <span id={noteId} className="form-text">
                    {note}
                  </span>
                ) : null}
              </div>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
