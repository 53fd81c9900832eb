import { m } from '#app/locales/generated/messages.js'
import type { TimelineLine } from '#app/ui/company/company-view.ts'
import { Pagination } from '#app/ui/Pagination.tsx'
import { Timeline } from '#app/ui/Timeline.tsx'

type CompanyTimelineProps = { lines: readonly TimelineLine[]; page: number; pages: number; search: string }

/** Everything that happened and is planned, newest first. */
export function CompanyTimeline({ lines, page, pages, search }: CompanyTimelineProps) {
  return (
    <section aria-labelledby="cronologia">
      <h2 id="cronologia">{m.relationship_timeline()}</h2>
      <p className="muted">{m.relationship_timeline_lead()}</p>
      {lines.length > 0 ? (
        <Timeline
          items={lines.map(({ lines: paragraphs, by, ...line }, index) => ({
            ...line,
            id: `${page}-${index}`,
            by: by ?? undefined,
            body:
              paragraphs.length > 0
                ? paragraphs.map((paragraph) => (
                    <p key={paragraph} className="small">
                      {paragraph}
                    </p>
                  ))
                : undefined,
          }))}
        />
      ) : (
        <p>{m.relationship_timeline_none()}</p>
      )}
      <Pagination page={page} pages={pages} search={search} />
    </section>
  )
}
