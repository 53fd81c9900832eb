import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useRef, type ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { DayBulk } from '#app/ui/day/DayBulk.tsx'
import { DayLine } from '#app/ui/day/DayLine.tsx'
import { DayPanel } from '#app/ui/day/DayPanel.tsx'
import type { DayLineView, DayPageView } from '#app/ui/day/day-view.ts'
import { useDayKeys } from '#app/ui/day/use-day-keys.ts'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'

type DayPageProps = {
  day: DayPageView
  /** What a form was refused with. */
  refused?: SubmissionResult<string[]>
  /** Shown where there is nothing left to do. */
  empty: ReactNode
  /** Beside the list. */
  aside?: ReactNode
}

const parts = {
  overdue: m.relationship_day_overdue,
  today: m.relationship_day_today,
  week: m.relationship_day_week,
}
const PARTS = ['overdue', 'today', 'week'] as const

/** One list of what a day asks for, worked through with a mouse, a thumb, the keyboard alone, or without a script. */
export function DayPage({ day, refused, empty, aside }: DayPageProps) {
  const { lines, counts, page, pages, total, later, panel, home, formKey } = day
  const list = useRef<HTMLDivElement>(null)
  useDayKeys(list, day)
  const summary = [
    counts.overdue > 0 && m.relationship_day_overdue_count({ count: counts.overdue }),
    counts.today > 0 && m.relationship_day_today_count({ count: counts.today }),
  ].filter(Boolean)
  return (
    <>
      <PageHeader title={m.relationship_day()} lead={summary.join(' · ') || undefined} />
      <Settled day={day} />
      {panel ? <DayPanel key={panel.act} panel={panel} day={day} refused={refused} /> : null}
      {!panel && refused?.error ? (
        <Notice tone="bad" role="alert">
          {Object.values(refused.error).flat().join(' ')}
        </Notice>
      ) : null}
      <div className="row">
        <div className="col-lg-8 stack" ref={list}>
          {total === 0 ? empty : null}
          {total > 0 && !panel ? <DayBulk home={home} /> : null}
          {PARTS.map((part) => (
            <Part key={part} part={part} lines={lines} day={day} />
          ))}
          <Pagination page={page} pages={pages} search="" />
          {later > 0 ? <p className="muted">{m.relationship_day_later({ count: later })}</p> : null}
        </div>
        <div className="col-lg-4 stack">
          {aside}
          {day.unclaimed.length > 0 ? (
            <section aria-labelledby="da-prendere">
              <h2 id="da-prendere">{m.relationship_day_unclaimed()}</h2>
              <p className="muted">{m.relationship_day_unclaimed_lead()}</p>
              <ul className="plain-list stack">
                {day.unclaimed.map((line) => (
                  <DayLine key={line.ref} line={line} home={home} formKey={formKey} taker={day.me} />
                ))}
              </ul>
            </section>
          ) : null}
        </div>
      </div>
    </>
  )
}

function Part({ part, lines, day }: { part: DayLineView['part']; lines: DayLineView[]; day: DayPageView }) {
  const own = lines.filter((line) => line.part === part)
  if (own.length === 0) return null
  return (
    <section aria-labelledby={`giornata-${part}`}>
      <h2 id={`giornata-${part}`}>{parts[part]()}</h2>
      <ul className="plain-list stack">
        {own.map((line) => (
          <DayLine key={line.ref} line={line} home={day.home} formKey={day.formKey} chosenIn="scelte" />
        ))}
      </ul>
    </section>
  )
}

/** What was just done, with the way back. */
function Settled({ day: { settled, home, formKey } }: { day: DayPageView }) {
  if (!settled) return null
  return (
    <Notice tone="ok" role="status" title={settled.text}>
      {settled.left ? <p>{settled.left}</p> : null}
      <Form method="post" action={home} preventScrollReset data-undo="">
        <IdempotencyKey value={`${formKey}-undo`} />
        <input type="hidden" name="batchId" value={settled.batchId} />
        <Button variant="quiet" size="sm" name="intent" value="undo">
          {m.relationship_day_undo()}
        </Button>
      </Form>
    </Notice>
  )
}
