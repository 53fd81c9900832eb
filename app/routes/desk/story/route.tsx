import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { editStorySchema } from '#app/domain/stories/edit-story.schema.server.ts'
import { loadStory } from '#app/domain/stories/load-story.server.ts'
import { photoOf } from '#app/domain/files/story-photo.server.ts'
import type { StoryId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
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
import { DeskStoryActions } from './DeskStoryActions.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.story.title ?? m.stories_desk_title()} · Passaparola` },
]

export const loader = defineLoader(['case_manager'], async ({ tx, id }) => ({
  story: await loadStory(tx, id<StoryId>('id')),
  photo: await photoOf(tx, id<StoryId>('id')),
  constraint: getZodConstraint(editStorySchema),
  formKeys: [newFormKey(), newFormKey(), newFormKey(), newFormKey()] as const,
}))

export const action = defineAction(['case_manager'], runStoryAction)

/** Whoever is told that somebody else changed it sees it as it is now, and can go on from there. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function DeskStory() {
  const { story, photo, constraint, formKeys } = useLoaderData<typeof loader>()
  const { words, problem, namesNobody } = answeredBy(useActionData<typeof action>())
  const { state, title, reviewNote, editable, version, companyId, companyName } = story
  return (
    <>
      <Breadcrumbs
        items={[
          { to: '/lavoro/storie', label: m.stories_desk_title() },
          { to: `/lavoro/aziende/${companyId}`, label: companyName },
          { label: title },
        ]}
      />
      <PageHeader
        eyebrow={companyName}
        title={title}
        actions={<StoryStateTag state={state} sentBack={state === 'draft' && reviewNote !== ''} />}
      />
      <div className="stack">
        {problem ? (
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        ) : null}
        {reviewNote && state === 'draft' ? (
          <Notice tone="warn" title={m.stories_note_from()}>
            {reviewNote}
          </Notice>
        ) : null}
        <div className="row">
          <div className="col-lg-8">
            {editable ? (
              <>
                <StoryAdvice hints={story.hints} />
                <StoryForm
                  key={version}
                  constraint={constraint}
                  formKey={formKeys[0]}
                  lastResult={words}
                  submit={m.stories_save_changes()}
                  intent="edit"
                  story={story}
                />
              </>
            ) : (
              <StoryText {...story} />
            )}
          </div>
          <aside className="col-lg-4 stack">
            <PhotoCard base="/lavoro/storie" storyId={story.id} photo={photo} editable={editable} />
            <DeskStoryActions story={story} formKeys={formKeys} namesNobody={namesNobody} />
          </aside>
        </div>
      </div>
    </>
  )
}
