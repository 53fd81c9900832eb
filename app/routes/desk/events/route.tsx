import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { EventList } from '#app/ui/events/EventList.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { loadEvents } from '#app/web/events/load-events.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.events_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], loadEvents)

export default function Events() {
  return <EventList {...useLoaderData<typeof loader>()} />
}
