import { m } from '#app/locales/generated/messages.js'
import { Notice } from '#app/ui/Notice.tsx'

/** What colleagues have just done or are about to do with the company: read before one calls it too. */
export function RecentContacts({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Notice tone="warn" title={m.relationship_recent_title()}>
      <ul className="notice-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  )
}
