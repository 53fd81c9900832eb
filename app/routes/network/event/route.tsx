import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { EventPage } from '#app/ui/events/EventPage.tsx'
import { firstProblem } from '#app/web/first-problem.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { actOnEvent } from '#app/web/events/event-actions.server.ts'
import { loadEvent } from '#app/web/events/load-events.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.event.title ?? m.events_title()} · Passaparola` },
]

export const loader = defineLoader(['coordinator'], loadEvent)

export const action = defineAction(['coordinator'], actOnEvent)

export default function Event() {
  const data = useLoaderData<typeof loader>()
  return <EventPage data={data} problem={firstProblem(useActionData<typeof action>())} />
}
