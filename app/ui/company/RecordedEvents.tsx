import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type RecordedEventsProps = {
  events: readonly { id: string; label: string; date: string }[]
  /** The intent with which the route's action withdraws one; the field `event` says which. */
  intent: string
  formKey: string
}

/** What was recorded of a company's trust, each with the button that withdraws it; nothing where there is none. */
export function RecordedEvents({ events, intent, formKey }: RecordedEventsProps) {
  if (events.length === 0) return null
  return (
    <ul className="plain-list stack mb-4">
      {events.map(({ id, label, date }) => (
        <li key={id}>
          <Form method="post">
            <IdempotencyKey value={`${formKey}-${id}`} />
            <input type="hidden" name="event" value={id} />
            <span id={`recorded-${id}`}>{m.relationship_report_line({ report: label, date })}</span>{' '}
            <Button
              name="intent"
              value={intent}
              variant="secondary"
              size="sm"
              aria-describedby={`recorded-${id}`}
            >
              {m.relationship_report_withdraw()}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}
