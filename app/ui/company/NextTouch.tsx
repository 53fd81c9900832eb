import { m } from '#app/locales/generated/messages.js'
import type { NextTouchLine } from '#app/ui/company/company-view.ts'
import { Icon } from '#app/ui/Icon.tsx'

/** What comes next with a company, as one line; lateness is said in words too. */
export function NextTouch({ next }: { next: NextTouchLine | null }) {
  if (!next) return <span className="muted">{m.relationship_next_none()}</span>
  const { title, when, late, by } = next
  return (
    <>
      {title}
      <span className="muted small d-block">
        {late ? <Icon name="alert" /> : null}{' '}
        {[late ? m.relationship_day_late({ when }) : when, by].join(' · ')}
      </span>
    </>
  )
}
