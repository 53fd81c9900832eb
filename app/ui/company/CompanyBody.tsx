import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import {
  ContactsCard,
  EffortCard,
  FactsCard,
  OpeningsCard,
  PhoneLink,
} from '#app/ui/company/CompanyCards.tsx'
import { CompanyTimeline } from '#app/ui/company/CompanyTimeline.tsx'
import type { CompanyView, TimelineView } from '#app/ui/company/company-view.ts'
import { NextTouch } from '#app/ui/company/NextTouch.tsx'
import { TiesCard } from '#app/ui/company/TiesCard.tsx'
import { TrustCard } from '#app/ui/company/TrustCard.tsx'
import { Ladder } from '#app/ui/Ladder.tsx'
import { PlannedCard } from '#app/ui/planned/PlannedCard.tsx'
import type { PlannedView } from '#app/ui/planned/planned-view.ts'

type CompanyBodyProps = {
  company: CompanyView
  timeline: TimelineView
  planned: PlannedView
  search: string
  /** The answer to the form that takes a contact back. */
  takenBack: SubmissionResult<string[]> | undefined
  /** Forms at the head of the side column. */
  forms: ReactNode
  openingLink?: (id: string) => string
  /** Where the list of companies is. */
  path: string
}

/** The page of a company below its header, for case managers and coordinators alike. */
export function CompanyBody(props: CompanyBodyProps) {
  const { company, timeline, planned, search, takenBack, forms, openingLink, path } = props
  const whom = company.contacts.find(({ active, phone }) => active && phone)
  return (
    <>
      <nav className="button-row mb-4 d-lg-none no-print" aria-label={m.relationship_jumps()}>
        <a className="chip" href="#referenti">
          {m.relationship_contacts()}
        </a>
        <a className="chip" href="#cronologia">
          {m.relationship_timeline()}
        </a>
        <a className="chip" href="#opportunita">
          {m.relationship_openings()}
        </a>
      </nav>
      <div className="row">
        <div className="col-lg-8 stack">
          <Card as="section" title={m.relationship_page_next()} tone="accent">
            <p>
              <NextTouch next={company.next} />
            </p>
            {whom?.phone ? (
              <p>
                {whom.name}: <PhoneLink phone={whom.phone} />
              </p>
            ) : null}
          </Card>
          <Card as="section" title={m.relationship_ladder()}>
            <Ladder stages={company.rungs} current={company.stage} across label={m.relationship_ladder()} />
          </Card>
          <TrustCard trust={company.trust} />
          <PlannedCard planned={planned} />
          <div id="cronologia">
            <CompanyTimeline {...timeline} search={search} takenBack={takenBack} />
          </div>
        </div>
        <div className="col-lg-4 stack">
          {forms}
          <div id="referenti">
            <ContactsCard contacts={company.contacts} />
          </div>
          <div id="opportunita">
            <OpeningsCard openings={company.openings} linkTo={openingLink} />
          </div>
          <TiesCard company={company} path={path} />
          <EffortCard effort={company.effort} />
          <FactsCard company={company} />
          <p className="no-print">
            <Link to={`${path}/${company.id}/doppioni`}>{m.duplicates_link()}</Link>
          </p>
        </div>
      </div>
    </>
  )
}
