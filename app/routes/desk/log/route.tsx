import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { FindToLog } from '#app/ui/company/FindToLog.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { findToLog } from '#app/web/company/find-to-log.server.ts'
import { defineLoader } from '#app/web/define.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.relationship_log_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], (call) => findToLog(call, '/lavoro'))

export default function FindCompanyToLog() {
  const { query, found } = useLoaderData<typeof loader>()
  return (
    <div className="form-page">
      <PageHeader title={m.relationship_log_title()} lead={m.day_log_lead()} />
      <FindToLog key={query} path="/lavoro/contatto" query={query} found={found} />
    </div>
  )
}
