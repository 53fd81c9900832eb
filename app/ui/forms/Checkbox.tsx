import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { describedBy, firstError, type FieldErrors } from '#app/ui/forms/described-by.ts'
import { FieldError, FieldHint } from '#app/ui/forms/FieldNotes.tsx'

export type CheckboxProps = {
  label: ReactNode
  name: string
  id?: string
  value?: string
  hint?: ReactNode
  error?: FieldErrors
  required?: boolean
  defaultChecked?: boolean
  disabled?: boolean
}

/** One yes-or-no question. Never pre-ticked where it stands for a consent. */
export function Checkbox({ label, name, id = name, hint, ...props }: CheckboxProps) {
  const error = firstError(props.error)
  return (
    <div className={classNames('choice-group', error && 'choice-group--error')}>
      <FieldError id={id} error={error} />
      <div className="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={props.value ?? 'on'}
          required={props.required}
          defaultChecked={props.defaultChecked}
          disabled={props.disabled}
          {...describedBy(id, { hint, error })}
        />
        <div>
          <label htmlFor={id}>{label}</label>
          <FieldHint id={id}>{hint}</FieldHint>
        </div>
      </div>
    </div>
  )
}
