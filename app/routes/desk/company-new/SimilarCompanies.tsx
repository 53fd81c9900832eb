import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Notice } from '#app/ui/Notice.tsx'

type SimilarCompaniesProps = { companies: readonly { id: string; name: string; hint: string }[] }

/** Companies that may be this one: to open before a second one of it is made. */
export function SimilarCompanies({ companies }: SimilarCompaniesProps) {
  return (
    <Notice tone="warn" title={m.duplicates_known_title()}>
      <ul className="plain-list stack">
        {companies.map(({ id, name, hint }) => (
          <li key={id}>
            <Link to={`/lavoro/aziende/${id}`}>{name}</Link>
            <span className="small d-block">{hint}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
