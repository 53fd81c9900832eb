import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { ButtonLink } from '#app/ui/Button.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { kindLabels } from '#app/ui/events/event-words.ts'
import type { EventPageData } from '#app/ui/events/event-view.ts'
import { EventStateTag } from '#app/ui/events/EventTags.tsx'
import { InvitedCompanies } from '#app/ui/events/InvitedCompanies.tsx'
import { InvitedOrganisations } from '#app/ui/events/InvitedOrganisations.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'

/** An event: its facts, who is invited, and what each has answered. */
export function EventPage({ data, problem }: { data: EventPageData; problem: string | undefined }) {
  const { base, event, companies } = data
  const { state, mayManage, title, kind, when, place, purpose, organiser, owner } = event
  return (
    <>
      <Breadcrumbs items={[{ to: `${base}/eventi`, label: m.events_title() }, { label: title }]} />
      <PageHeader
        eyebrow={kindLabels[kind]()}
        title={title}
        lead={`${when}, ${place}`}
        actions={<EventStateTag state={state} />}
      />
      <div className="stack">
        {problem ? (
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        ) : null}
        {state === 'called_off' ? (
          <Notice tone="warn" title={m.events_called_off_title()}>
            {event.calledOffWhy}
          </Notice>
        ) : null}
        {mayManage ? <Steps data={data} /> : null}
        <DefinitionList
          items={[
            { term: m.events_fact_purpose(), value: purpose },
            { term: m.events_fact_by(), value: [owner, organiser].filter(Boolean).join(', ') },
            { term: m.events_fact_companies(), value: sumOf(data) },
          ]}
        />
        <InvitedCompanies data={data} companies={companies} />
        <InvitedOrganisations data={data} />
      </div>
    </>
  )
}

function sumOf({ companies, event }: EventPageData): string {
  const invited = companies.length
  const coming = companies.filter(({ answer }) => answer === 'coming').length
  const attended = companies.filter(({ attendance }) => attendance === 'attended').length
  if (invited === 0) return m.events_nobody_invited()
  return event.attendanceNoted
    ? m.events_came({ attended, invited })
    : m.events_coming_count({ coming, invited })
}

/** What whoever looks after the event can do now. */
function Steps({ data: { base, event, companies } }: { data: EventPageData }) {
  const own = `${base}/eventi/${event.id}`
  const { state } = event
  if (state === 'called_off') return null
  const someone = companies.length > 0
  return (
    <div className="button-row no-print">
      {state === 'to_come' ? (
        <>
          <ButtonLink to={`${own}/inviti`} icon="mail">
            {m.events_invite()}
          </ButtonLink>
          <ButtonLink to={`${own}/modifica`} variant="secondary" icon="gear">
            {m.events_edit()}
          </ButtonLink>
        </>
      ) : (
        <>
          {someone ? (
            <ButtonLink to={`${own}/presenze`} icon="check">
              {event.attendanceNoted ? m.events_attendance_again() : m.events_attendance()}
            </ButtonLink>
          ) : null}
          <ButtonLink to={`${own}/inviti`} variant="secondary" icon="plus">
            {m.events_add_who_came()}
          </ButtonLink>
        </>
      )}
    </div>
  )
}
