import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { LogContactPage } from '#app/ui/company/LogContactPage.tsx'
import { loadLogPage, logFromPage } from '#app/web/company/log-page.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.relationship_log_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], (call) => loadLogPage(call, call.id<CompanyId>('id')))

export const action = defineAction(['coordinator'], (call) => logFromPage(call, '/rete'))

/** Whoever is told that a colleague was faster sees what she did; what was typed stays. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function NetworkLogContact() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <LogContactPage view={view} lastResult={answer?.result} companies="/rete/aziende" />
}
