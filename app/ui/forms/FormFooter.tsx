import type { ReactNode } from 'react'
import { Button, ButtonLink, type ButtonVariant } from '#app/ui/Button.tsx'

type FormFooterProps = {
  submit: string
  /** `name` and `value` of the button, where the form has several. */
  intent?: { name: string; value: string }
  cancel?: { to: string; label: string }
  variant?: ButtonVariant
  /** What happens next, in one sentence. */
  note?: ReactNode
  /** The request is on its way: the button says so and can't be pressed again. */
  busy?: boolean
  children?: ReactNode
}

/** The end of a form: the one main button, then the way out. */
export function FormFooter({ submit, intent, cancel, variant, note, busy, children }: FormFooterProps) {
  return (
    <div className="form-footer">
      {note ? <p className="form-footer__note">{note}</p> : null}
      <Button variant={variant} {...intent} aria-disabled={busy || undefined} disabled={busy}>
        {submit}
      </Button>
      {children}
      {cancel ? (
        <ButtonLink to={cancel.to} variant="quiet">
          {cancel.label}
        </ButtonLink>
      ) : null}
    </div>
  )
}
