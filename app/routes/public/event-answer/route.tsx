import { data, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { answerInvitationSchema } from '#app/domain/events/answer-invitation.schema.server.ts'
import { answerInvitation, readInvitation } from '#app/domain/events/answer-invitation.server.ts'
import type { InvitationAnswer } from '#app/domain/events/event-kinds.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { kindLabels } from '#app/ui/events/event-words.ts'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { stretchText } from '#app/web/events/stretch-text.ts'
import { firstProblem } from '#app/web/first-problem.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { text } from '#app/web/text.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.events_answer_meta()} · Passaparola` },
  { name: 'robots', content: 'noindex' },
]

/** Mail scanners open links: opening this one changes nothing. */
export const loader = defineLoader('everyone', async ({ params, actor }) => {
  const fromArea = actor.kind === 'hr'
  try {
    const { startsAt, endsAt, ...event } = await readInvitation(params.token ?? '')
    return data({ event: { ...event, when: stretchText(startsAt, endsAt) }, problem: null, fromArea })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return data({ event: null, problem: text(error.reason), fromArea }, { status: 410 })
  }
})

export const action = definePlainAction('everyone', ({ params, form, url }) =>
  answerForm({ form, schema: answerInvitationSchema, intent: 'answer' }, async ({ answer }) => {
    await answerInvitation(params.token ?? '', answer)
    return redirectTo(url.pathname)
  }),
)

export default function EventAnswer() {
  const { event, problem, fromArea } = useLoaderData<typeof loader>()
  const wrong = firstProblem(useActionData<typeof action>())
  if (!event)
    return (
      <div className="narrow stack">
        <PageHeader title={m.events_link_problem()} lead={problem} />
        <p>
          <ButtonLink to="/azienda" variant="secondary">
            {m.planned_still_area()}
          </ButtonLink>
        </p>
      </div>
    )
  const { title, kind, when, place, purpose, state, answer } = event
  return (
    <div className="narrow stack">
      <PageHeader eyebrow={kindLabels[kind]()} title={title} lead={purpose} />
      {wrong ? (
        <Notice tone="bad" role="alert">
          {wrong}
        </Notice>
      ) : null}
      <DefinitionList
        items={[
          { term: m.events_col_when(), value: when },
          { term: m.events_form_place(), value: place },
        ]}
      />
      {state === 'called_off' ? (
        <Notice tone="warn">{m.events_answer_called_off()}</Notice>
      ) : (
        <Answering answer={answer} />
      )}
      {fromArea ? (
        <p>
          <ButtonLink to="/azienda" variant="quiet">
            {m.planned_still_area()}
          </ButtonLink>
        </p>
      ) : null}
    </div>
  )
}

/** Two answers, one press each; what was said stands above them and may be changed. */
function Answering({ answer }: { answer: InvitationAnswer | null }) {
  return (
    <section className="card">
      {answer ? (
        <Notice tone={answer === 'coming' ? 'ok' : 'info'} role="status">
          {answer === 'coming' ? m.events_answered_coming() : m.events_answered_declined()}
        </Notice>
      ) : (
        <p>{m.events_answer_question()}</p>
      )}
      <Form method="post" className="stack">
        {answer === 'coming' ? null : (
          <Button name="answer" value="coming" block variant={answer ? 'secondary' : 'primary'}>
            {answer ? m.events_answer_coming_after_all() : m.events_say_coming()}
          </Button>
        )}
        {answer === 'declined' ? null : (
          <Button name="answer" value="declined" variant="secondary" block>
            {answer ? m.events_answer_declined_after_all() : m.events_say_declined()}
          </Button>
        )}
      </Form>
    </section>
  )
}
