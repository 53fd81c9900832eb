import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { Answers } from './Answers.tsx'
import { actOnDay } from './day-actions.server.ts'
import { dayView, type TaskLine } from './day-view.server.ts'
import { NewMatches } from './NewMatches.tsx'
import { TaskCard } from './TaskCard.tsx'

export const meta: MetaFunction = () => [{ title: `${m.relationship_day()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], dayView)

export const action = defineAction(['case_manager'], actOnDay)

export default function MyDayPage() {
  const { overdue, today, week, unclaimed, later, beginning, answers, settled, me, formKey, ...rest } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusedFor = (id: string) =>
    answer && 'intent' in answer && answer.result.initialValue?.followUpId === id ? answer : undefined
  const tasks = (list: readonly TaskLine[], taker?: string | null) => (
    <ul className="plain-list stack">
      {list.map((task) => (
        <TaskCard
          key={task.id}
          task={task}
          formKey={`${formKey}-${task.id.slice(0, 8)}`}
          colleagues={rest.colleagues}
          taker={taker}
          refused={refusedFor(task.id)}
        />
      ))}
    </ul>
  )
  const counts = [
    overdue.length > 0 && m.relationship_day_overdue_count({ count: overdue.length }),
    today.length > 0 && m.relationship_day_today_count({ count: today.length }),
  ].filter(Boolean)
  const nothing = overdue.length + today.length + week.length === 0
  return (
    <>
      <PageHeader title={m.relationship_day()} lead={counts.join(' · ') || undefined} />
      {settled ? (
        <Notice tone="ok" role="status" title={settled.text}>
          <Form method="post" key={settled.id}>
            <IdempotencyKey value={`${formKey}-undo`} />
            <input type="hidden" name="followUpId" value={settled.id} />
            <Button variant="quiet" size="sm" name="intent" value="reopen">
              {m.relationship_day_undo()}
            </Button>
          </Form>
        </Notice>
      ) : null}
      <div className="row">
        <div className="col-lg-8 stack">
          {nothing ? (
            <NothingToDo beginning={beginning} />
          ) : (
            <>
              {overdue.length > 0 ? <h2>{m.relationship_day_overdue()}</h2> : null}
              {overdue.length > 0 ? tasks(overdue) : null}
              <h2>{m.relationship_day_today()}</h2>
              {today.length > 0 ? (
                tasks(today)
              ) : (
                <p className="muted">{m.relationship_day_nothing_today()}</p>
              )}
              {week.length > 0 ? <h2>{m.relationship_day_week()}</h2> : null}
              {week.length > 0 ? tasks(week) : null}
            </>
          )}
          {later > 0 ? <p className="muted">{m.relationship_day_later({ count: later })}</p> : null}
        </div>
        <div className="col-lg-4 stack">
          <NewMatches news={rest.news} formKey={formKey} />
          <Answers answers={answers} />
          {unclaimed.length > 0 ? (
            <section aria-labelledby="da-prendere">
              <h2 id="da-prendere">{m.relationship_day_unclaimed()}</h2>
              <p className="muted">{m.relationship_day_unclaimed_lead()}</p>
              {tasks(unclaimed, me)}
            </section>
          ) : null}
        </div>
      </div>
    </>
  )
}

/** Everything is done; or nothing has begun yet, and here is where to begin. */
function NothingToDo({ beginning }: { beginning: boolean }) {
  return beginning ? (
    <EmptyState
      icon="today"
      title={m.relationship_day_begin_title()}
      text={m.relationship_day_begin()}
      action={
        <>
          <ButtonLink to="/lavoro/persone/nuova">{m.desk_people_new()}</ButtonLink>
          <ButtonLink to="/lavoro/aziende?di=all" variant="secondary">
            {m.relationship_none_mine_action()}
          </ButtonLink>
        </>
      }
    />
  ) : (
    <EmptyState
      icon="check"
      title={m.relationship_day_empty_title()}
      text={m.relationship_day_empty()}
      action={
        <ButtonLink to="/lavoro/aziende?di=org&tendenza=cooling" variant="secondary">
          {m.relationship_day_empty_action()}
        </ButtonLink>
      }
    />
  )
}
