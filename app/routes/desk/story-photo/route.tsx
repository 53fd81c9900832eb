import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { PhotoPage } from '#app/ui/files/PhotoPage.tsx'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { actOnPhoto, loadPhotoPage } from '#app/web/files/story-photo.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.files_photo_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], loadPhotoPage)

export const action = definePlainAction(['case_manager'], actOnPhoto)

export default function DeskStoryPhoto() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  return <PhotoPage base="/lavoro/storie" stories={m.stories_desk_title()} view={view} problem={problem} />
}
