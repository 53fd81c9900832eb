import type { SubmissionResult } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { PhoneLink } from '#app/ui/company/CompanyCards.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import type { DayView, TaskLine } from './day-view.server.ts'
import { HandOnForm, PostponeForm, SkipForm } from './TaskForms.tsx'

type TaskCardProps = {
  task: TaskLine
  formKey: string
  colleagues: DayView['colleagues']
  /** Where somebody may take it for herself: her id. */
  taker?: string | null
  /** The form of this task that was refused. */
  refused?: { intent: string; result: SubmissionResult<string[]> }
}

/** One thing to do: what, with whom, the playbook's sentence, and every way to be done with it. */
export function TaskCard({ task, formKey, colleagues, taker, refused }: TaskCardProps) {
  const { id, title, company, when, late, hint, contact, handedOnBy, unassigned, postponedReason } = task
  const resultOf = (intent: string) => (refused?.intent === intent ? refused.result : undefined)
  const shared = { task, formKey }
  return (
    <Card
      as="li"
      level={3}
      title={title}
      eyebrow={
        <>
          <Link to={`/lavoro/aziende/${company.id}`}>{company.name}</Link>
          {task.person ? (
            <>
              {' · '}
              <Link to={`/lavoro/persone/${task.person.candidateId}`}>{task.person.code}</Link>
            </>
          ) : null}
        </>
      }
      aside={
        late ? (
          <StatusTag tone="bad" icon="clock">
            {m.relationship_day_late({ when })}
          </StatusTag>
        ) : (
          <StatusTag tone="neutral" icon="clock">
            {m.relationship_day_due({ when })}
          </StatusTag>
        )
      }
    >
      <Remarks handedOnBy={handedOnBy} unassigned={unassigned} postponedReason={postponedReason} />
      <p>
        <strong>{m.relationship_day_hint()}:</strong> {hint}
      </p>
      {contact ? (
        <p>
          {contact.name}: <PhoneLink phone={contact.phone} />
        </p>
      ) : null}
      <div className="button-row">
        <Form method="post">
          <IdempotencyKey value={`${formKey}-d`} />
          <input type="hidden" name="followUpId" value={id} />
          <Button size="sm" name="intent" value="complete" icon="check">
            {m.relationship_day_done()}
            <span className="visually-hidden">
              : {title}, {company.name}
            </span>
          </Button>
        </Form>
        {taker ? (
          <Form method="post">
            <IdempotencyKey value={`${formKey}-t`} />
            <input type="hidden" name="followUpId" value={id} />
            <input type="hidden" name="to" value={taker} />
            <Button size="sm" variant="secondary" name="intent" value="hand_on">
              {m.relationship_day_take()}
            </Button>
          </Form>
        ) : null}
        <ButtonLink size="sm" variant="secondary" icon="phone" to={`/lavoro/aziende/${company.id}/contatto`}>
          {m.relationship_log()}
        </ButtonLink>
        <TaskLinks task={task} />
      </div>
      <Disclosure summary={m.relationship_day_more()} open={refused !== undefined || undefined}>
        <div className="stack">
          <PostponeForm {...shared} lastResult={resultOf('postpone')} />
          <HandOnForm {...shared} colleagues={colleagues} lastResult={resultOf('hand_on')} />
          <SkipForm {...shared} lastResult={resultOf('skip')} />
        </div>
      </Disclosure>
    </Card>
  )
}

function Remarks(task: Pick<TaskLine, 'handedOnBy' | 'unassigned' | 'postponedReason'>) {
  const { handedOnBy, unassigned, postponedReason } = task
  const remarks = [
    handedOnBy && m.relationship_day_from({ name: handedOnBy }),
    unassigned && m.relationship_day_unassigned(),
    postponedReason && m.relationship_day_postponed({ reason: postponedReason }),
  ].filter(Boolean)
  return remarks.length > 0 ? <p className="muted small">{remarks.join(' · ')}</p> : null
}

/** Where the work itself is done. */
function TaskLinks({ task: { company, openingId, placement, begun, asksForAccess } }: { task: TaskLine }) {
  return (
    <>
      {asksForAccess ? (
        <ButtonLink size="sm" variant="secondary" to={`/lavoro/aziende/${company.id}/gestione?tab=referenti`}>
          {m.relationship_day_answer_access()}
        </ButtonLink>
      ) : null}
      {openingId && !begun ? (
        <ButtonLink size="sm" variant="secondary" to={`/lavoro/opportunita/${openingId}`}>
          {m.relationship_day_open_opening()}
        </ButtonLink>
      ) : null}
      {placement ? (
        <ButtonLink size="sm" variant="secondary" to={`/lavoro/proposte/${placement}/inserimento`}>
          {begun ? m.relationship_day_open_placement() : m.relationship_day_record_placement()}
        </ButtonLink>
      ) : null}
    </>
  )
}
