import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Notice } from '#app/ui/Notice.tsx'

type WaitingProps = { stories: readonly { id: string; title: string }[]; askedToSpeak: boolean }

/** What the network asked of the company beside cards and invitations, and still waits for. */
export function Waiting({ stories, askedToSpeak }: WaitingProps) {
  if (stories.length === 0 && !askedToSpeak) return null
  return (
    <Notice tone="warn" title={m.company_waiting()}>
      <ul className="plain-list">
        {stories.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/azienda/storie/${id}`}>{m.company_waiting_story({ title })}</Link>
          </li>
        ))}
        {askedToSpeak ? (
          <li>
            <Link to="/azienda/testimonial">{m.company_waiting_testimonial()}</Link>
          </li>
        ) : null}
      </ul>
    </Notice>
  )
}
