import { m } from '#app/locales/generated/messages.js'
import { SlopeTag, StageTag } from '#app/ui/company/CompanyTags.tsx'
import { LeadCell } from '#app/ui/company/LeadCell.tsx'
import { reachLabels } from '#app/ui/events/event-words.ts'
import type { CompanyChoice } from '#app/ui/events/event-view.ts'
import { Table } from '#app/ui/Table.tsx'

/** Companies to tick, each with how the invitation would reach it or why it can't. */
export function InviteTable({ companies }: { companies: readonly CompanyChoice[] }) {
  return (
    <Table<CompanyChoice>
      caption={m.events_companies()}
      captionHidden
      rows={companies}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'company',
          header: m.events_col_company(),
          cell: ({ id, name, about, invitable }) => (
            <div className="choice">
              <input
                type="checkbox"
                id={`invita-${id}`}
                name="company"
                value={id}
                disabled={!invitable}
                aria-describedby={`come-${id}`}
              />
              <div>
                <label htmlFor={`invita-${id}`}>{name}</label>
                <span className="form-text">{about}</span>
              </div>
            </div>
          ),
        },
        {
          key: 'reach',
          header: m.events_col_reach(),
          cell: ({ id, reach, invitable }) => (
            <span id={`come-${id}`} className={invitable ? undefined : 'muted'}>
              {reachLabels[reach]()}
            </span>
          ),
        },
        {
          key: 'trust',
          header: m.relationship_col_trust(),
          cell: ({ stage, slope }) => (
            <span className="d-inline-flex flex-wrap gap-2">
              <StageTag stage={stage} />
              <SlopeTag slope={slope} />
            </span>
          ),
        },
        {
          key: 'lead',
          header: m.relationship_col_lead(),
          cell: LeadCell,
        },
      ]}
    />
  )
}
