import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ImportPage } from '#app/ui/imports/ImportPage.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { loadImportPage, uploadImport } from '#app/web/imports/upload-import.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.imports_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], loadImportPage)

export const action = defineAction(['coordinator'], (call) => uploadImport(call, '/rete'))

export default function NetworkImport() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && 'refused' in answer ? answer.refused : undefined
  return <ImportPage view={view} refused={refused} base="/rete" />
}
