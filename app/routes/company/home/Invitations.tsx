import { Link } from '@remix-run/react'
import type { InvitationAnswer } from '#app/domain/events/event-kinds.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { StatusTag } from '#app/ui/StatusTag.tsx'

/** `link` is the signed page on which this contact answers. */
export type InvitationLine = {
  link: string
  title: string
  kind: string
  when: string
  place: string
  calledOff: boolean
  answer: InvitationAnswer | null
}

function AnswerTag({ calledOff, answer }: Pick<InvitationLine, 'calledOff' | 'answer'>) {
  if (calledOff) return <StatusTag tone="warn">{m.events_state_called_off()}</StatusTag>
  switch (answer) {
    case 'coming':
      return <StatusTag tone="ok">{m.company_invitation_coming()}</StatusTag>
    case 'declined':
      return <StatusTag tone="neutral">{m.company_invitation_declined()}</StatusTag>
    case null:
      return <StatusTag tone="accent">{m.company_invitation_open()}</StatusTag>
    default:
      return answer satisfies never
  }
}

/** What the network invites the company to, with the way to its answer. */
export function Invitations({ invitations }: { invitations: readonly InvitationLine[] }) {
  if (invitations.length === 0) return null
  return (
    <Card as="section" title={m.company_invitations()}>
      <ul className="plain-list stack">
        {invitations.map(({ link, title, kind, when, place, calledOff, answer }) => (
          <li key={link}>
            <p className="muted">{kind}</p>
            <p>
              <Link to={link}>{title}</Link> <AnswerTag {...{ calledOff, answer }} />
            </p>
            <p>
              {when} · {place}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
