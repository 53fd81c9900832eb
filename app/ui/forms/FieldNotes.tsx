import type { ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { errorId, hintId } from '#app/ui/forms/described-by.ts'
import { Icon } from '#app/ui/Icon.tsx'

/** The hint under a label, read together with the field. */
export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <div id={hintId(id)} className="form-text">
      {children}
    </div>
  ) : null
}

/** What is wrong and what to do: between label and field, where a magnified screen shows it too. */
export function FieldError({ id, error }: { id: string; error?: string }) {
  return error ? (
    <p id={errorId(id)} className="field-error">
      <Icon name="error" />
      <span>
        <span className="visually-hidden">{m.ui_error_prefix()} </span>
        {error}
      </span>
    </p>
  ) : null
}

/** Most fields are required, so the others say that they are not. */
export function OptionalMark({ required }: { required?: boolean }) {
  return required ? null : <span className="field-optional"> {m.ui_optional()}</span>
}
