import type { MetaFunction } from '@remix-run/node'
import { m } from '#app/locales/generated/messages.js'
import { PageHeader } from '#app/ui/PageHeader.tsx'

export const meta: MetaFunction = () => [{ title: `${m.public_privacy_title()} · Passaparola` }]

const COMPANY = [
  m.public_privacy_company_1,
  m.public_privacy_company_2,
  m.public_privacy_company_3,
  m.public_privacy_company_4,
]
const PERSON = [
  m.public_privacy_person_1,
  m.public_privacy_person_2,
  m.public_privacy_person_3,
  m.public_privacy_person_4,
]
const TIME = [m.public_privacy_time_1, m.public_privacy_time_2, m.public_privacy_time_3]

export default function PrivacyPage() {
  return (
    <div className="prose">
      <PageHeader title={m.public_privacy_title()} lead={m.public_privacy_lead()} />
      <h2>{m.public_privacy_company_title()}</h2>
      <Points lines={COMPANY} />
      <h2>{m.public_privacy_person_title()}</h2>
      <Points lines={PERSON} />
      <h2>{m.public_privacy_time_title()}</h2>
      <Points lines={TIME} />
      <h2>{m.public_privacy_cookies_title()}</h2>
      <p>{m.public_privacy_cookies()}</p>
      <h2>{m.public_privacy_rights_title()}</h2>
      <p>{m.public_privacy_rights()}</p>
      <h2>{m.public_privacy_who_title()}</h2>
      <p>{m.public_privacy_who()}</p>
    </div>
  )
}

function Points({ lines }: { lines: readonly (() => string)[] }) {
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={index}>{line()}</li>
      ))}
    </ul>
  )
}
