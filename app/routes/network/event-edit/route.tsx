import type { MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { EditEventPage } from '#app/ui/events/EditEventPage.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { actOnEventToEdit } from '#app/web/events/event-actions.server.ts'
import { loadEventToEdit } from '#app/web/events/load-events.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.events_edit()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], loadEventToEdit)

export const action = defineAction(['coordinator'], (call) => actOnEventToEdit(call, '/rete'))

/** Whoever is told that a colleague changed it first sees it as it is now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function EditEvent() {
  const data = useLoaderData<typeof loader>()
  return <EditEventPage {...data} lastResult={useActionData<typeof action>()?.result} />
}
