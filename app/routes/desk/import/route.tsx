import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ImportPage } from '#app/ui/imports/ImportPage.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { loadImportPage, uploadImport } from '#app/web/imports/upload-import.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.imports_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], loadImportPage)

export const action = defineAction(['case_manager'], (call) => uploadImport(call, '/lavoro'))

export default function DeskImport() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && 'refused' in answer ? answer.refused : undefined
  return <ImportPage view={view} refused={refused} base="/lavoro" />
}
