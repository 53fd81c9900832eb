import { Link } from '@remix-run/react'
import { Notice } from '#app/ui/Notice.tsx'

export type BannerMessage = { tone: 'info' | 'warn'; text: string; link?: { to: string; label: string } }

/** Something true of the whole site for now, such as mail that is waiting for its server. */
export function Banner({ message }: { message: BannerMessage }) {
  return (
    <Notice tone={message.tone}>
      <p>
        {message.text} {message.link ? <Link to={message.link.to}>{message.link.label}</Link> : null}
      </p>
    </Notice>
  )
}
