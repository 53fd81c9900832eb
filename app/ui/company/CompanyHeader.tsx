import type { ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'
import type { CompanyView } from '#app/ui/company/company-view.ts'
import { SlopeTag, StageTag, StandingTag, VerificationTag } from '#app/ui/company/CompanyTags.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'

/** Who the company is, where the relationship stands, who leads it, and what forbids to approach it. */
export function CompanyHeader({ company, actions }: { company: CompanyView; actions?: ReactNode }) {
  const { name, sector, place, lead, lastContact, standing, pausedUntil } = company
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            <StageTag stage={company.stage} />
            <SlopeTag slope={company.trust.slope} />
            <StandingTag standing={standing} pausedUntil={pausedUntil} />
            <VerificationTag verification={company.verification} />
          </>
        }
        title={name}
        lead={
          <>
            {[sector, place].join(' · ')}
            <br />
            {[
              m.relationship_page_lead({ name: lead ?? m.relationship_no_lead() }),
              m.relationship_page_last({ when: lastContact ?? m.relationship_never() }),
            ].join(' · ')}
          </>
        }
        actions={actions}
      />
      {standing === 'do_not_contact' ? (
        <Notice tone="bad" title={m.relationship_page_do_not_contact()}>
          {m.relationship_page_do_not_contact_note()}
        </Notice>
      ) : null}
      {standing === 'paused' ? (
        <Notice tone="info" title={m.relationship_page_paused({ date: pausedUntil ?? '' })}>
          {m.relationship_page_paused_note()}
        </Notice>
      ) : null}
    </>
  )
}
