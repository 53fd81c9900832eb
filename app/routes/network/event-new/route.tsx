import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { NewEventPage } from '#app/ui/events/NewEventPage.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { actOnNewEvent } from '#app/web/events/event-actions.server.ts'
import { loadNewEvent } from '#app/web/events/load-events.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.events_new()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], (call) => Promise.resolve(loadNewEvent(call)))

export const action = defineAction(['coordinator'], (call) => actOnNewEvent(call, '/rete'))

export default function NewEvent() {
  const data = useLoaderData<typeof loader>()
  return <NewEventPage {...data} lastResult={useActionData<typeof action>()?.result} />
}
