import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import type { PlannedItem, PlannedView } from '#app/ui/planned/planned-view.ts'
import { StatusTag } from '#app/ui/StatusTag.tsx'

/** What is planned for a company or an opening: when, to whom, by which rule and why; each message leads to its page. */
export function PlannedCard({ planned: { items, more } }: { planned: PlannedView }) {
  return (
    <Card as="section" title={m.planned_title()}>
      {items.length > 0 ? <p className="muted">{m.planned_lead()}</p> : <p>{m.planned_none()}</p>}
      <ol className="plain-list planned-list">
        {items.map((item) => (
          <li key={item.id}>
            <Planned item={item} />
          </li>
        ))}
      </ol>
      {more > 0 ? <p className="muted">{m.planned_more({ count: more })}</p> : null}
    </Card>
  )
}

function Planned({ item }: { item: PlannedItem }) {
  const { kind, title, when, whom, about, rule, reason, notes, to } = item
  return (
    <>
      <p className="mb-1">
        <strong className="text-nowrap">{when}</strong>{' '}
        <StatusTag tone="neutral" icon={kind === 'message' ? 'mail' : 'check'}>
          {kind === 'message' ? m.planned_kind_message() : m.planned_kind_task()}
        </StatusTag>{' '}
        {notes.map((note) => (
          <StatusTag key={note} tone="info">
            {note}
          </StatusTag>
        ))}
      </p>
      <p className="mb-1">
        {to ? <Link to={to}>{title}</Link> : title}
        {about ? ` ${about}` : ''} {whom ? <span className="muted">· {whom}</span> : null}
      </p>
      {reason ? (
        <Disclosure summary={rule}>
          <p className="muted">{reason}</p>
        </Disclosure>
      ) : (
        <p className="muted small mb-0">{rule}</p>
      )}
    </>
  )
}
