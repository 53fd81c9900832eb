import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import type { CompanyLine } from '#app/ui/company/company-view.ts'
import { SlopeTag, StageTag, StandingTag, VerificationTag } from '#app/ui/company/CompanyTags.tsx'
import { LeadCell } from '#app/ui/company/LeadCell.tsx'
import { NextTouch } from '#app/ui/company/NextTouch.tsx'
import { Table } from '#app/ui/Table.tsx'

type CompanyTableProps = { companies: readonly CompanyLine[]; linkTo: (id: string) => string }

/** Companies with what one needs to choose whom to call. */
export function CompanyTable({ companies, linkTo }: CompanyTableProps) {
  return (
    <Table<CompanyLine>
      caption={m.relationship_companies()}
      captionHidden
      rows={companies}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: m.relationship_col_company(),
          cell: ({ id, name, sector, place, verification, standing, pausedUntil }) => (
            <>
              <Link to={linkTo(id)}>{name}</Link>
              <span className="muted small d-block">{[sector, place].join(' · ')}</span>
              <VerificationTag verification={verification} />
              <StandingTag standing={standing} pausedUntil={pausedUntil} />
            </>
          ),
        },
        {
          key: 'trust',
          header: m.relationship_col_trust(),
          cell: ({ stage, score, slope }) => (
            <span className="d-inline-flex flex-wrap gap-2 align-items-center">
              <StageTag stage={stage} />
              <strong>{Math.round(score)}</strong>
              <SlopeTag slope={slope} />
            </span>
          ),
        },
        {
          key: 'lead',
          header: m.relationship_col_lead(),
          cell: LeadCell,
        },
        {
          key: 'next',
          header: m.relationship_col_next(),
          cell: ({ next }) => (
            <span>
              <NextTouch next={next} />
            </span>
          ),
        },
        {
          key: 'open',
          header: m.portfolio_col_open(),
          cell: ({ openOpenings, promises }) => (
            <span>
              {m.portfolio_open_openings({ count: openOpenings })}
              <span className="muted small d-block">{m.portfolio_promises({ count: promises })}</span>
            </span>
          ),
        },
        {
          key: 'outcome',
          header: m.portfolio_col_outcome(),
          cell: ({ hosted, hired, proposals, answered }) => (
            <span>
              {m.portfolio_outcome({ hosted, hired })}
              <span className="muted small d-block">
                {proposals > 0 ? m.portfolio_replies({ answered, proposals }) : m.portfolio_no_proposals()}
              </span>
            </span>
          ),
        },
      ]}
    />
  )
}
