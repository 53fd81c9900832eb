import { m } from '#app/locales/generated/messages.js'
import type { TimelineView } from '#app/ui/company/company-view.ts'
import { Pagination } from '#app/ui/Pagination.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import { Timeline } from '#app/ui/Timeline.tsx'

/** Everything that happened, and everything planned, newest first. */
export function CompanyTimeline({ lines, part, page, pages, search }: TimelineView & { search: string }) {
  const tabs = [
    { key: 'past', to: '?', label: m.relationship_timeline_past() },
    { key: 'planned', to: '?cronologia=programma', label: m.relationship_timeline_to_come() },
  ]
  return (
    <section aria-labelledby="cronologia">
      <h2 id="cronologia">{m.relationship_timeline()}</h2>
      <p className="muted">{m.relationship_timeline_lead()}</p>
      <TabLinks label={m.relationship_timeline()} tabs={tabs} current={part} />
      {lines.length > 0 ? (
        <Timeline
          items={lines.map(({ lines: paragraphs, by, ...line }, index) => ({
            ...line,
            id: `${page}-${index}`,
            by: by ?? undefined,
            body:
              paragraphs.length > 0
                ? paragraphs.map((paragraph) => (
                    <p key={paragraph} className="small mb-1">
                      {paragraph}
                    </p>
                  ))
                : undefined,
          }))}
        />
      ) : (
        <p>{part === 'past' ? m.relationship_timeline_none() : m.relationship_next_none()}</p>
      )}
      <Pagination page={page} pages={pages} search={search} />
    </section>
  )
}
