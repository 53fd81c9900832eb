import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { ButtonLink } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import type { EventsBase, EventView, InvitedLine, OrganisationLine } from '#app/ui/events/event-view.ts'
import { CheckboxGroup } from '#app/ui/forms/CheckboxGroup.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'

export type AttendancePageData = {
  base: EventsBase
  event: EventView
  companies: InvitedLine[]
  organisations: OrganisationLine[]
  formKey: string
}

type Invited = Pick<InvitedLine, 'answer' | 'attendance'>

/** Whoever had said yes is ticked until somebody notes how it went. */
const wasThere = ({ answer, attendance }: Invited): boolean =>
  attendance ? attendance === 'attended' : answer === 'coming'

function hintOf({ answer }: Invited): string {
  if (!answer) return m.events_no_answer()
  return answer === 'coming' ? m.events_said_coming() : m.events_said_declined()
}

/** Who came: one list, a tick each, one press. */
export function AttendancePage({ data, problem }: { data: AttendancePageData; problem: string | undefined }) {
  const { base, event, companies, organisations, formKey } = data
  const own = `${base}/eventi/${event.id}`
  const everybody = [
    ...companies.map(({ invitationId }) => invitationId),
    ...organisations.map(({ id }) => id),
  ]
  return (
    <div className="form-page">
      <Breadcrumbs
        items={[
          { to: `${base}/eventi`, label: m.events_title() },
          { to: own, label: event.title },
          { label: m.events_attendance() },
        ]}
      />
      <PageHeader
        eyebrow={event.title}
        title={m.events_attendance_title()}
        lead={m.events_attendance_lead()}
      />
      {problem ? (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      ) : null}
      {everybody.length === 0 ? (
        <EmptyState
          icon="people"
          title={m.events_nobody_invited()}
          action={
            <ButtonLink to={`${own}/inviti`} variant="secondary">
              {m.events_add_who_came()}
            </ButtonLink>
          }
        />
      ) : (
        <Form method="post">
          <IdempotencyKey value={formKey} />
          {everybody.map((id) => (
            <input key={id} type="hidden" name="shown" value={id} />
          ))}
          {companies.length > 0 ? (
            <CheckboxGroup
              legend={m.events_companies_there()}
              name="came"
              unmarked
              defaultValues={companies.filter(wasThere).map(({ invitationId }) => invitationId)}
              options={companies.map((line) => ({
                value: line.invitationId,
                label: line.name,
                hint: hintOf(line),
              }))}
            />
          ) : null}
          {organisations.length > 0 ? (
            <CheckboxGroup
              legend={m.events_organisations_there()}
              name="came"
              id="enti-presenti"
              unmarked
              defaultValues={organisations.filter(wasThere).map(({ id }) => id)}
              options={organisations.map((line) => ({
                value: line.id,
                label: line.name,
                hint: hintOf(line),
              }))}
            />
          ) : null}
          <FormFooter
            submit={m.events_attendance_save()}
            cancel={{ to: own, label: m.events_back() }}
            note={m.events_attendance_note()}
          />
        </Form>
      )}
    </div>
  )
}
