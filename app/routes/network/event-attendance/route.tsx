import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { AttendancePage } from '#app/ui/events/AttendancePage.tsx'
import { firstProblem } from '#app/web/first-problem.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { actOnAttendance } from '#app/web/events/event-actions.server.ts'
import { loadAttendance } from '#app/web/events/load-events.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.events_attendance_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], loadAttendance)

export const action = defineAction(['coordinator'], (call) => actOnAttendance(call, '/rete'))

export default function Attendance() {
  const data = useLoaderData<typeof loader>()
  return <AttendancePage data={data} problem={firstProblem(useActionData<typeof action>())} />
}
