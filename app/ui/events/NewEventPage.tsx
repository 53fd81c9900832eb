import type { SubmissionResult } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { EventForm } from '#app/ui/events/EventForm.tsx'
import type { EventsBase } from '#app/ui/events/event-view.ts'
import { PageHeader } from '#app/ui/PageHeader.tsx'

type NewEventPageProps = {
  base: EventsBase
  constraint: ReturnType<typeof getZodConstraint>
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
}

/** A new event; whom to invite comes next. */
export function NewEventPage({ base, constraint, formKey, lastResult }: NewEventPageProps) {
  return (
    <div className="form-page">
      <Breadcrumbs items={[{ to: `${base}/eventi`, label: m.events_title() }, { label: m.events_new() }]} />
      <PageHeader title={m.events_new()} lead={m.events_new_lead()} />
      <EventForm
        constraint={constraint}
        formKey={formKey}
        lastResult={lastResult}
        submit={m.events_make()}
        cancel={{ to: `${base}/eventi`, label: m.events_cancel() }}
      />
    </div>
  )
}
