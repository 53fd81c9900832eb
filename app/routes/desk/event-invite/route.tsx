import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { InvitePage } from '#app/ui/events/InvitePage.tsx'
import { firstProblem } from '#app/web/first-problem.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { actOnInvite } from '#app/web/events/event-actions.server.ts'
import { loadInvite } from '#app/web/events/load-events.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.events_invite_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], loadInvite)

export const action = defineAction(['case_manager'], (call) => actOnInvite(call, '/lavoro'))

export default function Invite() {
  const data = useLoaderData<typeof loader>()
  return <InvitePage data={data} problem={firstProblem(useActionData<typeof action>())} />
}
