import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Notice } from '#app/ui/Notice.tsx'

type AskForHelpProps = {
  /** People of other organisations whom the opening admits. */
  others: number
  askedOn: string | null
  open: boolean
  formKey: string
}

/** How many people of other organisations would fit, and the one question that may be asked about them. */
export function AskForHelp({ others, askedOn, open, formKey }: AskForHelpProps) {
  if (others === 0) return <p className="muted">{m.desk_match_others_none()}</p>
  const title = others === 1 ? m.desk_match_others_one() : m.desk_match_others({ count: others })
  if (askedOn)
    return (
      <Notice tone="ok" title={title}>
        {m.desk_match_help_asked_on({ date: askedOn })}
      </Notice>
    )
  return (
    <Notice tone="info" title={title}>
      <p>{m.desk_match_help_lead()}</p>
      {open ? (
        <Form method="post" className="mt-2">
          <IdempotencyKey value={formKey} />
          <Button variant="secondary" size="sm" icon="megaphone" name="intent" value="ask-help">
            {m.desk_match_ask_help()}
          </Button>
        </Form>
      ) : null}
    </Notice>
  )
}
