import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { DayPage } from '#app/ui/day/DayPage.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { actOnDay } from '#app/web/day/day-actions.server.ts'
import { dayView } from '#app/web/day/day-view.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.relationship_day()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], dayView)

export const action = defineAction(['case_manager'], actOnDay)

export default function MyDayPage() {
  const day = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <DayPage day={day} refused={answer?.result} empty={<NothingToDo beginning={day.beginning} />} />
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
