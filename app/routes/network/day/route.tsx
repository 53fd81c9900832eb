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

export const loader = defineLoader(['coordinator'], dayView)

export const action = defineAction(['coordinator'], actOnDay)

export default function CoordinatorsDay() {
  const day = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <DayPage
      day={day}
      refused={answer?.result}
      empty={
        <EmptyState
          icon="check"
          title={m.relationship_day_empty_title()}
          text={m.day_network_empty()}
          action={
            <ButtonLink to="/rete/aziende?tendenza=cooling" variant="secondary">
              {m.relationship_day_empty_action()}
            </ButtonLink>
          }
        />
      }
    />
  )
}
