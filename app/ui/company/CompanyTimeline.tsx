import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'
import { timelineTopicNames, type TimelineTopic } from '#app/domain/companies/timeline-entry.ts'
import { m } from '#app/locales/generated/messages.js'
import type { TimelineLine, TimelineView } from '#app/ui/company/company-view.ts'
import { TakeBackContact } from '#app/ui/company/TakeBackContact.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import { Timeline } from '#app/ui/Timeline.tsx'

/** What the address calls the things that the history can be narrowed to. */
export const topicWords: Record<TimelineTopic, string> = {
  contacts: 'contatti',
  openings: 'opportunita',
  outcomes: 'esiti',
  mails: 'messaggi',
  tasks: 'attivita',
  path: 'percorso',
}

const topicLabels: Record<TimelineTopic, () => string> = {
  contacts: m.portfolio_topic_contacts,
  openings: m.portfolio_topic_openings,
  outcomes: m.portfolio_topic_outcomes,
  mails: m.portfolio_topic_mails,
  tasks: m.portfolio_topic_tasks,
  path: m.portfolio_topic_path,
}

/** The history narrowed to one kind of thing; all of it is one press away. */
function Topics({ topic }: { topic: TimelineTopic | null }) {
  return (
    <ul className="chip-row" aria-label={m.portfolio_topics()}>
      {[null, ...timelineTopicNames].map((name) => (
        <li key={name ?? 'all'}>
          <Link
            to={name ? `?cosa=${topicWords[name]}` : '?'}
            preventScrollReset
            className="chip"
            aria-current={name === topic ? 'true' : undefined}
          >
            {name ? topicLabels[name]() : m.portfolio_topic_all()}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** What the worker could not do: somebody who wonders why nothing left reads it here. */
function GivenUp({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <Notice tone="bad" title={m.relationship_timeline_given_up()}>
      <p>{m.relationship_timeline_given_up_lead()}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{m.relationship_timeline_given_up_advice()}</p>
    </Notice>
  )
}

function bodyOf(
  { lines, takeBack }: TimelineLine,
  formKey: string,
  answer: SubmissionResult<string[]> | undefined,
) {
  if (lines.length === 0 && !takeBack) return undefined
  return (
    <>
      {lines.map((paragraph) => (
        <p key={paragraph} className="small mb-1">
          {paragraph}
        </p>
      ))}
      {takeBack ? <TakeBackContact id={takeBack} formKey={formKey} lastResult={answer} /> : null}
    </>
  )
}

/** Everything that happened, and everything planned, newest first. */
export function CompanyTimeline({
  lines,
  part,
  topic,
  page,
  pages,
  givenUp,
  search,
  formKey,
  takenBack,
}: TimelineView & { search: string; takenBack: SubmissionResult<string[]> | undefined }) {
  const tabs = [
    { key: 'past', to: '?', label: m.relationship_timeline_past() },
    { key: 'planned', to: '?cronologia=programma', label: m.relationship_timeline_to_come() },
  ]
  return (
    <section aria-labelledby="cronologia">
      <h2 id="cronologia">{m.relationship_timeline()}</h2>
      <p className="muted">{m.relationship_timeline_lead()}</p>
      <GivenUp lines={givenUp} />
      <TabLinks label={m.relationship_timeline()} tabs={tabs} current={part} />
      {part === 'past' ? <Topics topic={topic} /> : null}
      {lines.length > 0 ? (
        <Timeline
          items={lines.map((line, index) => ({
            ...line,
            id: `${page}-${index}`,
            by: line.by ?? undefined,
            body: bodyOf(line, `${formKey}-b${index}`, takenBack),
          }))}
        />
      ) : (
        <p>{part === 'past' ? m.relationship_timeline_none() : m.relationship_next_none()}</p>
      )}
      <Pagination page={page} pages={pages} search={search} />
    </section>
  )
}
