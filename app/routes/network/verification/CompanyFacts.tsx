import { Link } from '@remix-run/react'
import type { Verification } from '#app/domain/companies/load-verification.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import type { PhoneView } from '#app/ui/company/company-view.ts'
import { PhoneLink } from '#app/ui/company/CompanyCards.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { formatDate, formatMoney } from '#app/web/format.ts'

type Company = Pick<Verification['company'], 'id' | 'vatId' | 'website' | 'createdAt'> & {
  place: string
  size: string
}
type Contact = Pick<Verification['contacts'][number], 'id' | 'name' | 'email'> & { phone: PhoneView | null }
type CompanyFactsProps = {
  view: Pick<Verification, 'openings' | 'met' | 'extracts'> & {
    company: Company
    contacts: readonly Contact[]
  }
}

const KINDS = {
  call: m.network_verify_kind_call,
  visit: m.network_verify_kind_visit,
  meeting: m.network_verify_kind_meeting,
  event: m.network_verify_kind_event,
  mail: m.network_verify_kind_mail,
}

/** What the network knows of a company that asks to join. */
export function CompanyFacts({ view: { company, contacts, openings, met, extracts } }: CompanyFactsProps) {
  return (
    <Card as="section" title={m.network_verify_facts()}>
      <DefinitionList
        items={[
          { term: m.network_verify_vat(), value: m.network_verify_vat_checked({ vat: company.vatId }) },
          {
            term: m.files_extract_link(),
            value: (
              <Link to={`/rete/verifiche/${company.id}/visura`}>
                {extracts > 0 ? m.files_extract_count({ count: extracts }) : m.files_extract_none()}
              </Link>
            ),
          },
          { term: m.network_verify_place(), value: company.place },
          { term: m.network_verify_size(), value: company.size },
          {
            term: m.network_verify_website(),
            value: company.website && <Website address={company.website} />,
          },
          { term: m.network_verify_signed_up(), value: formatDate(company.createdAt) },
          {
            term: m.network_verify_contacts(),
            value: contacts.length > 0 ? <Contacts contacts={contacts} /> : null,
          },
          {
            term: m.network_verify_openings(),
            value:
              openings.length > 0 ? (
                <Lines
                  lines={openings.map(({ id, title, pay }) => [id, [title, pay ? formatMoney(pay) : null]])}
                />
              ) : (
                m.network_verify_no_openings()
              ),
          },
          {
            term: m.network_verify_met(),
            value:
              met.length > 0 ? (
                <Lines
                  lines={met.map(({ id, kind, at, by, organisation }) => [
                    id,
                    [KINDS[kind](), formatDate(at), by, organisation],
                  ])}
                />
              ) : (
                m.network_verify_not_met()
              ),
          },
        ]}
      />
    </Card>
  )
}

function Website({ address }: { address: string }) {
  return (
    <a href={address} rel="noreferrer">
      {address.replace(/^https?:\/\//, '').replace(/\/$/, '')}
    </a>
  )
}

function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  return (
    <ul className="plain-list">
      {contacts.map(({ id, name, email, phone }) => (
        <li key={id} className="mb-2">
          {name}
          {email ? (
            <a className="d-block" href={`mailto:${email}`}>
              {email}
            </a>
          ) : null}
          {phone ? <PhoneLink phone={phone} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** One line each, its known parts side by side. */
function Lines({ lines }: { lines: readonly (readonly [id: string, parts: readonly (string | null)[]])[] }) {
  return (
    <ul className="plain-list">
      {lines.map(([id, parts]) => (
        <li key={id} className="mb-2">
          {parts.filter((part) => part !== null).join(' · ')}
        </li>
      ))}
    </ul>
  )
}
