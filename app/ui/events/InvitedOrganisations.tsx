import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import type { EventPageData, OrganisationLine } from '#app/ui/events/event-view.ts'
import { AnswerTag } from '#app/ui/events/EventTags.tsx'
import { CheckboxGroup } from '#app/ui/forms/CheckboxGroup.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { StatusTag } from '#app/ui/StatusTag.tsx'

/** The organisations of the network that are invited; one's own answers here, the organisers invite more. */
export function InvitedOrganisations({ data }: { data: EventPageData }) {
  const { event, organisations, own, others, formKeys } = data
  const open = event.state !== 'called_off'
  return (
    <section aria-labelledby="enti">
      <h2 id="enti">{m.events_organisations()}</h2>
      {own && event.state === 'to_come' ? <OwnAnswer own={own} formKey={formKeys[1]} /> : null}
      {organisations.length > 0 ? (
        <ul className="plain-list">
          {organisations.map((organisation) => (
            <li key={organisation.id} className="d-flex flex-wrap gap-2 align-items-center mb-2">
              {organisation.name}
              {organisation.answer ? <AnswerTag answer={organisation.answer} /> : null}
              {organisation.attendance === 'attended' ? (
                <StatusTag tone="brand">{m.events_attended()}</StatusTag>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{m.events_no_organisations()}</p>
      )}
      {event.mayManage && open && others.length > 0 ? (
        <Disclosure summary={m.events_invite_organisations()} look="button">
          <Form method="post">
            <IdempotencyKey value={formKeys[2]} />
            <input type="hidden" name="intent" value="invite_organisations" />
            <CheckboxGroup
              legend={m.events_which_organisations()}
              name="organisation"
              hint={m.events_which_organisations_hint()}
              unmarked
              options={others}
            />
            <Button variant="secondary">{m.events_invite_chosen_organisations()}</Button>
          </Form>
        </Disclosure>
      ) : null}
    </section>
  )
}

function OwnAnswer({ own: { name, answer }, formKey }: { own: OrganisationLine; formKey: string }) {
  return (
    <Card
      as="div"
      level={3}
      tone="accent"
      title={m.events_own_title({ name })}
      aside={answer ? <AnswerTag answer={answer} /> : undefined}
    >
      <Form method="post" className="button-row">
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="intent" value="answer_own" />
        <Button name="answer" value="coming" size="sm" icon="check">
          {m.events_own_coming()}
        </Button>
        <Button name="answer" value="declined" size="sm" variant="secondary">
          {m.events_own_declined()}
        </Button>
      </Form>
    </Card>
  )
}
