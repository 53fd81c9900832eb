import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ImportFilePage } from '#app/ui/imports/ImportFilePage.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { actOnImport } from '#app/web/imports/act-on-import.server.ts'
import { loadImport } from '#app/web/imports/load-import.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.imports_review_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], loadImport)

export const action = defineAction(['case_manager'], (call) => actOnImport(call, '/lavoro'))

export default function DeskImportFile() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const askDistinct = answer !== undefined && 'askDistinct' in answer && answer.askDistinct === true
  return (
    <ImportFilePage
      view={view}
      base="/lavoro"
      resultOf={(intent) => resultFor(answer, intent)}
      askDistinct={askDistinct}
    />
  )
}
