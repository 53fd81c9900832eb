import { Link, useLocation } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { kindLabels } from '#app/ui/events/event-words.ts'
import type { EventLine, EventsBase } from '#app/ui/events/event-view.ts'
import { EventStateTag } from '#app/ui/events/EventTags.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import { Table } from '#app/ui/Table.tsx'

type EventListProps = {
  base: EventsBase
  past: boolean
  page: number
  pages: number
  events: readonly EventLine[]
}

/** The events of the network, those to come or those past. */
export function EventList({ base, past, page, pages, events }: EventListProps) {
  const { search } = useLocation()
  const make = (
    <ButtonLink to={`${base}/eventi/nuovo`} icon="plus">
      {m.events_new()}
    </ButtonLink>
  )
  return (
    <div className="stack">
      <PageHeader title={m.events_title()} lead={m.events_lead()} actions={make} />
      <TabLinks
        label={m.events_which()}
        current={past ? 'past' : 'next'}
        tabs={[
          { key: 'next', to: '?', label: m.events_tab_next() },
          { key: 'past', to: '?quali=passati', label: m.events_tab_past() },
        ]}
      />
      {events.length > 0 ? (
        <Events base={base} past={past} events={events} />
      ) : (
        <EmptyState
          icon="calendar"
          title={past ? m.events_none_past_title() : m.events_none_title()}
          text={past ? undefined : m.events_none()}
        />
      )}
      <Pagination page={page} pages={pages} search={search} />
    </div>
  )
}

function Events({ base, past, events }: Pick<EventListProps, 'base' | 'past' | 'events'>) {
  return (
    <Table<EventLine>
      caption={m.events_title()}
      captionHidden
      rows={events}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: m.events_col_event(),
          cell: ({ id, title, kind, organiser }) => (
            <div>
              <Link to={`${base}/eventi/${id}`}>{title}</Link>
              <span className="muted small d-block">{[kindLabels[kind](), organiser].join(' · ')}</span>
            </div>
          ),
        },
        {
          key: 'when',
          header: m.events_col_when(),
          cell: ({ when, place }) => (
            <div>
              {when}
              <span className="muted small d-block">{place}</span>
            </div>
          ),
        },
        { key: 'state', header: m.events_col_state(), cell: ({ state }) => <EventStateTag state={state} /> },
        {
          key: 'answers',
          header: past ? m.events_col_came() : m.events_col_answers(),
          cell: (event) => <Answers event={event} past={past} />,
        },
      ]}
    />
  )
}

function Answers({ event, past }: { event: EventLine; past: boolean }) {
  const { invited, coming, declined, attended, attendanceNoted, state } = event
  if (invited === 0) return <span className="muted">{m.events_nobody_invited()}</span>
  if (past && state !== 'called_off')
    return (
      <div>
        {attendanceNoted ? m.events_came({ attended, invited }) : m.events_came_unknown()}
        <span className="muted small d-block">{m.events_had_said_yes({ coming })}</span>
      </div>
    )
  return (
    <div>
      {m.events_coming_count({ coming, invited })}
      <span className="muted small d-block">{m.events_declined_count({ declined })}</span>
    </div>
  )
}
