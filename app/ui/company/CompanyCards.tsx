import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import type {
  CompanyView,
  ContactLine,
  EffortView,
  OpeningLine,
  PhoneView,
} from '#app/ui/company/company-view.ts'
import { contactRoleLabels, minutesText, sizeLabels } from '#app/ui/company/company-words.ts'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { kindLabels } from '#app/ui/openings/opening-words.ts'

/** A number that a phone dials at a touch. */
export function PhoneLink({ phone }: { phone: PhoneView }) {
  return (
    <a className="text-nowrap" href={`tel:${phone.dial}`}>
      {phone.shown}
    </a>
  )
}

/** Whom to call, with the number under the thumb. */
export function ContactsCard({ contacts }: { contacts: readonly ContactLine[] }) {
  return (
    <Card as="section" title={m.relationship_contacts()}>
      {contacts.length > 0 ? (
        <ul className="plain-list stack">
          {contacts.map((contact) => (
            <li key={contact.id}>
              <strong>{contact.name}</strong>
              <span className="muted small d-block">
                {[
                  contactRoleLabels[contact.role](),
                  contact.active || contact.asking ? '' : m.relationship_contact_left(),
                  contact.asking ? m.relationship_contact_asking() : '',
                  contact.unsubscribed ? m.relationship_contact_unsubscribed() : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {contact.active && contact.phone ? <PhoneLink phone={contact.phone} /> : null}
              {contact.active && contact.email ? (
                <a className="d-block" href={`mailto:${contact.email}`}>
                  {contact.email}
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{m.relationship_contacts_none()}</p>
      )}
    </Card>
  )
}

const openingStates: Record<OpeningLine['state'], () => string> = {
  draft: m.openings_state_draft,
  open: m.openings_state_open,
  paused: m.openings_state_paused,
  closed: m.openings_state_closed,
}

/** What it has posted; `linkTo` where the reader may open them. */
export function OpeningsCard(props: { openings: readonly OpeningLine[]; linkTo?: (id: string) => string }) {
  const { openings, linkTo } = props
  return (
    <Card as="section" title={m.relationship_openings()}>
      {openings.length > 0 ? (
        <ul className="plain-list stack">
          {openings.map(({ id, title, kind, state, posted }) => (
            <li key={id}>
              {linkTo ? <Link to={linkTo(id)}>{title}</Link> : <strong>{title}</strong>}
              <span className="muted small d-block">
                {[
                  kind && kindLabels[kind](),
                  openingStates[state](),
                  posted && m.relationship_opening_posted_on({ date: posted }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{m.relationship_openings_none()}</p>
      )}
    </Card>
  )
}

/** The minutes that the network has spent, by whom. */
export function EffortCard({ effort: { minutes, lastYear, contacts, byOrg } }: { effort: EffortView }) {
  return (
    <Card as="section" title={m.relationship_effort()}>
      {contacts > 0 ? (
        <DefinitionList
          items={[
            {
              term: m.relationship_effort_total(),
              value: `${minutesText(minutes)} · ${m.relationship_effort_contacts({ count: contacts })}`,
            },
            { term: m.relationship_effort_year(), value: minutesText(lastYear) },
            ...byOrg.map(({ org, minutes: own }) => ({ term: org, value: minutesText(own) })),
          ]}
        />
      ) : (
        <p className="muted">{m.relationship_effort_none()}</p>
      )}
    </Card>
  )
}

const verifications: Record<CompanyView['verification'], () => string> = {
  pending: m.relationship_verification_pending,
  verified: m.relationship_verification_verified,
  rejected: m.relationship_verification_rejected,
}

export function FactsCard({ company }: { company: CompanyView }) {
  const { vatId, sector, sizeBand, place, website, verification } = company
  return (
    <Card as="section" title={m.relationship_facts()}>
      <DefinitionList
        items={[
          { term: m.relationship_fact_vat(), value: vatId },
          { term: m.relationship_fact_verification(), value: verifications[verification]() },
          { term: m.relationship_fact_sector(), value: sector },
          { term: m.relationship_fact_size(), value: sizeLabels[sizeBand]() },
          { term: m.relationship_fact_place(), value: place },
          {
            term: m.relationship_fact_website(),
            value: website ? (
              <a href={website} rel="noreferrer">
                {website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
              </a>
            ) : null,
          },
        ]}
      />
    </Card>
  )
}
