import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { editStorySchema } from '#app/domain/stories/edit-story.schema.server.ts'
import { loadStory } from '#app/domain/stories/load-story.server.ts'
import { photoOf } from '#app/domain/files/story-photo.server.ts'
import type { StoryId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { PhotoCard } from '#app/ui/files/PhotoCard.tsx'
import { answeredBy } from '#app/ui/stories/answered.ts'
import { StoryAdvice } from '#app/ui/stories/StoryAdvice.tsx'
import { StoryForm } from '#app/ui/stories/StoryForm.tsx'
import { StoryStateTag } from '#app/ui/stories/StoryStateTag.tsx'
import { StoryText } from '#app/ui/stories/StoryText.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { runStoryAction } from './run-story-action.server.ts'
import { CompanyStoryActions } from './CompanyStoryActions.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.story.title ?? m.stories_mine()} · Passaparola` },
]

export const loader = defineLoader(['hr_contact'], async ({ tx, id }) => ({
  story: await loadStory(tx, id<StoryId>('id')),
  photo: await photoOf(tx, id<StoryId>('id')),
  constraint: getZodConstraint(editStorySchema),
  formKeys: [newFormKey(), newFormKey(), newFormKey(), newFormKey()] as const,
}))

export const action = defineAction(['hr_contact'], runStoryAction)

/** Whoever is told that somebody else changed it sees it as it is now, and can go on from there. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function CompanyStory() {
  const { story, photo, constraint, formKeys } = useLoaderData<typeof loader>()
  const { words, problem, ...errors } = answeredBy(useActionData<typeof action>())
  const { state, title, reviewNote, editable, version } = story
  const form = editable ? (
    <StoryForm
      key={version}
      constraint={constraint}
      formKey={formKeys[0]}
      lastResult={words}
      submit={m.stories_save_changes()}
      intent="edit"
      story={story}
    />
  ) : null
  return (
    <>
      <Breadcrumbs items={[{ to: '/azienda/storie', label: m.stories_mine() }, { label: title }]} />
      <PageHeader
        title={title}
        actions={<StoryStateTag state={state} sentBack={state === 'draft' && reviewNote !== ''} own />}
      />
      <div className="stack">
        {problem ? (
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        ) : null}
        {state === 'awaiting_company' ? (
          <Notice tone="info" title={m.stories_approve_title()}>
            {m.stories_approve_text()}
          </Notice>
        ) : null}
        {reviewNote && state === 'draft' ? (
          <Notice tone="warn" title={m.stories_note_from()}>
            {reviewNote}
          </Notice>
        ) : null}
        <div className="row">
          <div className="col-lg-8">
            {editable ? <StoryAdvice hints={story.hints} /> : null}
            {state === 'draft' ? null : <StoryText {...story} />}
            {state === 'awaiting_company' ? (
              <Disclosure summary={m.stories_edit_draft()} open={words !== undefined}>
                {form}
              </Disclosure>
            ) : (
              form
            )}
          </div>
          <aside className="col-lg-4 stack">
            <PhotoCard base="/azienda/storie" storyId={story.id} photo={photo} editable={editable} />
            <CompanyStoryActions story={story} formKeys={formKeys} errors={errors} />
          </aside>
        </div>
      </div>
    </>
  )
}
