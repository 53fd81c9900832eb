import { Form, Link } from '@remix-run/react'
import type { UseKind } from '#app/domain/testimonials/scopes.ts'
import { m } from '#app/locales/generated/messages.js'
import { Badge } from '#app/ui/Badge.tsx'
import { Button } from '#app/ui/Button.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { useLabels } from '#app/ui/testimonials/testimonial-words.ts'

export type UseLine = {
  id: string
  kind: UseKind
  on: string
  said: string
  event: { title: string; to: string | null } | null
  takenBack: boolean
  /** Who noted it; null where that is none of the reader's business. */
  by: string | null
  /** The key of the form that takes it back; null where the reader may not. */
  undoKey: string | null
}

/** Every use of a company's voice, the latest first. */
export function UseLog({ uses, none }: { uses: readonly UseLine[]; none: string }) {
  return (
    <section aria-labelledby="usi">
      <h2 id="usi">{m.testimonials_uses()}</h2>
      {uses.length === 0 ? <p className="muted">{none}</p> : null}
      <ul className="plain-list stack">
        {uses.map((use) => (
          <li key={use.id} className="card">
            <p className="d-flex flex-wrap gap-2 align-items-center mb-1">
              <Badge tone={use.takenBack ? 'neutral' : 'accent'}>{useLabels[use.kind]()}</Badge>
              <strong>{use.on}</strong>
              <EventName event={use.event} />
            </p>
            <p className="mb-1">{use.takenBack ? <s>{use.said}</s> : use.said}</p>
            {use.by ? <p className="muted small mb-0">{m.testimonials_use_by({ by: use.by })}</p> : null}
            {use.takenBack ? <p className="muted small mb-0">{m.testimonials_use_taken_back()}</p> : null}
            {use.undoKey && !use.takenBack ? <TakeBack id={use.id} formKey={use.undoKey} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function EventName({ event }: Pick<UseLine, 'event'>) {
  if (!event) return null
  return event.to ? <Link to={event.to}>{event.title}</Link> : <span>{event.title}</span>
}

function TakeBack({ id, formKey }: { id: string; formKey: string }) {
  return (
    <Form method="post">
      <IdempotencyKey value={formKey} />
      <input type="hidden" name="intent" value="take_back" />
      <input type="hidden" name="useId" value={id} />
      <Button variant="quiet" size="sm">
        {m.testimonials_use_take_back()}
      </Button>
    </Form>
  )
}
