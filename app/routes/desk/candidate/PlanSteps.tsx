import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import type { PersonOpenings } from './openings-view.server.ts'

const gain = (count: number) => (count === 1 ? m.desk_plan_gain_one() : m.desk_plan_gain({ count }))

/** What in her plan would open how many openings, the most useful step first. */
export function PlanSteps({ steps }: { steps: PersonOpenings['plan'] }) {
  return (
    <Card as="section" title={m.desk_plan_title()}>
      <p className="muted">{steps.length > 0 ? m.desk_plan_lead() : m.desk_plan_none()}</p>
      <ul className="plain-list stack">
        {steps.map(({ key, label, count, openings }) => (
          <li key={key}>
            <strong>{label}</strong>: {gain(count)}
            <Disclosure summary={m.desk_plan_which()}>
              <ul className="plain-list">
                {openings.map(({ openingId, title, about }) => (
                  <li key={openingId}>
                    <Link to={`/lavoro/opportunita/${openingId}`}>{title}</Link>{' '}
                    <span className="muted small">{about}</span>
                  </li>
                ))}
              </ul>
              {count > openings.length ? (
                <p className="muted">{m.desk_plan_more({ count: count - openings.length })}</p>
              ) : null}
            </Disclosure>
          </li>
        ))}
      </ul>
    </Card>
  )
}
