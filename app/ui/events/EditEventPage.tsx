import type { SubmissionResult } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import type { EventTimes } from '#app/domain/events/event-moments.ts'
import type { EventKind } from '#app/domain/events/event-kinds.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { CallOffForm } from '#app/ui/events/CallOffForm.tsx'
import { EventForm } from '#app/ui/events/EventForm.tsx'
import type { EventsBase, EventView } from '#app/ui/events/event-view.ts'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'

type EditEventPageProps = {
  base: EventsBase
  event: EventView
  fields: EventTimes & { kind: EventKind; title: string; place: string; purpose: string; version: number }
  anyInvited: boolean
  constraint: ReturnType<typeof getZodConstraint>
  formKeys: readonly [string, string]
  lastResult: SubmissionResult<string[]> | undefined
}

/** An event that has not begun: its facts, and the way to call it off. */
export function EditEventPage(props: EditEventPageProps) {
  const { base, event, fields, anyInvited, constraint, formKeys, lastResult } = props
  const own = `${base}/eventi/${event.id}`
  const open = event.state === 'to_come'
  return (
    <div className="form-page">
      <Breadcrumbs
        items={[
          { to: `${base}/eventi`, label: m.events_title() },
          { to: own, label: event.title },
          { label: m.events_edit() },
        ]}
      />
      <PageHeader title={m.events_edit()} lead={anyInvited ? m.events_edit_lead() : undefined} />
      {open ? (
        <div className="stack">
          <EventForm
            constraint={constraint}
            formKey={formKeys[0]}
            lastResult={lastResult}
            submit={m.events_save()}
            cancel={{ to: own, label: m.events_back() }}
            note={anyInvited ? m.events_edit_note() : undefined}
            event={fields}
          />
          <CallOffForm formKey={formKeys[1]} error={lastResult?.error?.why ?? undefined} />
        </div>
      ) : (
        <Notice tone="info">{m.events_not_edit()}</Notice>
      )}
    </div>
  )
}
