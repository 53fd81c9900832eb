import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { PlannedMessage } from '#app/ui/planned/PlannedMessage.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { actOnMessage, messagePage } from '#app/web/planned/message-page.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.planned_message_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], messagePage)

export const action = defineAction(['case_manager'], actOnMessage)

/** Whoever is told that a colleague changed it sees it as it is now; what she typed stays. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function DeskMessage() {
  const message = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const companyPath = `/lavoro/aziende/${message.companyId}`
  return (
    <>
      <Breadcrumbs
        items={[
          { to: '/lavoro/aziende', label: m.relationship_companies() },
          { to: companyPath, label: message.company },
          { label: m.planned_message_title() },
        ]}
      />
      <PlannedMessage
        message={message}
        companyPath={companyPath}
        resultOf={(intent) => resultFor(answer, intent)}
      />
    </>
  )
}
