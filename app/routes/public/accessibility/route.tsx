import type { MetaFunction } from '@remix-run/node'
import { m } from '#app/locales/generated/messages.js'
import { PageHeader } from '#app/ui/PageHeader.tsx'

export const meta: MetaFunction = () => [{ title: `${m.public_accessibility_title()} · Passaparola` }]

const WORKS = [
  m.public_accessibility_works_1,
  m.public_accessibility_works_2,
  m.public_accessibility_works_3,
  m.public_accessibility_works_4,
  m.public_accessibility_works_5,
]

export default function AccessibilityPage() {
  return (
    <div className="prose">
      <PageHeader title={m.public_accessibility_title()} lead={m.public_accessibility_lead()} />
      <h2>{m.public_accessibility_goal_title()}</h2>
      <p>{m.public_accessibility_goal()}</p>
      <h2>{m.public_accessibility_works_title()}</h2>
      <ul>
        {WORKS.map((line, index) => (
          <li key={index}>{line()}</li>
        ))}
      </ul>
      <h2>{m.public_accessibility_not_title()}</h2>
      <p>{m.public_accessibility_not()}</p>
      <h2>{m.public_accessibility_tell_title()}</h2>
      <p>{m.public_accessibility_tell()}</p>
    </div>
  )
}
