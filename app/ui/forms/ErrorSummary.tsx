import { useEffect, useRef } from 'react'
import { m } from '#app/locales/generated/messages.js'

export type SummaryError = { message: string; fieldId?: string }

/**
 * What stopped the form, each point linked to its field. First thing in the form; takes the focus when it appears, by
 * the `autofocus` attribute where there is no script.
 */
export function ErrorSummary({ errors }: { errors: readonly SummaryError[] }) {
  const box = useRef<HTMLDivElement>(null)
  const said = errors.map((error) => error.message).join('\n')
  useEffect(() => {
    if (said) box.current?.focus()
  }, [said])
  if (errors.length === 0) return null
  return (
    <div
      ref={box}
      className="error-summary"
      role="alert"
      tabIndex={-1}
      autoFocus
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{m.ui_error_summary_title()}</h2>
      <ul>
        {errors.map(({ message, fieldId }) => (
          <li key={`${fieldId ?? ''}${message}`}>
            {fieldId ? <a href={`#${fieldId}`}>{message}</a> : message}
          </li>
        ))}
      </ul>
    </div>
  )
}
