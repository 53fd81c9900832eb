import type { MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { StoryId } from '#app/domain/shared/ids.ts'
import { loadStory } from '#app/domain/stories/load-story.server.ts'
import {
  forwardStorySchema,
  sendBackStorySchema,
  withdrawStorySchema,
} from '#app/domain/stories/move-story.schema.server.ts'
import { reviewStory } from '#app/domain/stories/review-story.server.ts'
import { withdrawStory } from '#app/domain/stories/withdraw-story.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answeredBy } from '#app/ui/stories/answered.ts'
import { StoryAdvice } from '#app/ui/stories/StoryAdvice.tsx'
import { StoryStateTag } from '#app/ui/stories/StoryStateTag.tsx'
import { StoryText } from '#app/ui/stories/StoryText.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { storyFacts } from '#app/web/describe-story.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { ReviewActions } from './ReviewActions.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.story.title ?? m.stories_review_title()} · Passaparola` },
]

export const loader = defineLoader(['coordinator'], async ({ tx, id, info }) => {
  const story = await loadStory(tx, id<StoryId>('id'))
  return {
    story,
    facts: storyFacts(story, info.locale),
    formKeys: [newFormKey(), newFormKey(), newFormKey()] as const,
  }
})

export const action = defineAction(['coordinator'], async ({ tx, id, intent, parse, url }) => {
  const storyId = id<StoryId>('id')
  switch (intent) {
    case 'publish':
      await reviewStory(tx, storyId, { ...parse(forwardStorySchema), decision: 'publish' })
      return redirectTo(url.pathname, { flash: 'stories_published' })
    case 'send_back':
      await reviewStory(tx, storyId, { ...parse(sendBackStorySchema), decision: 'send_back' })
      return redirectTo('/rete/storie', { flash: 'stories_sent_back' })
    case 'withdraw':
      await withdrawStory(tx, storyId, parse(withdrawStorySchema))
      return redirectTo(url.pathname, { flash: 'stories_withdrawn' })
    default:
      throw new DomainError('invalid', 'stories_form_unknown')
  }
})

/** Whoever is told that somebody else changed it sees it as it is now, and can go on from there. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function ReviewStory() {
  const { story, facts, formKeys } = useLoaderData<typeof loader>()
  const { problem, note, namesNobody } = answeredBy(useActionData<typeof action>())
  const { state, title, companyName, companyVerified, reviewNote } = story
  return (
    <>
      <Breadcrumbs items={[{ to: '/rete/storie', label: m.stories_review_title() }, { label: title }]} />
      <PageHeader
        eyebrow={companyName}
        title={title}
        lead={facts}
        actions={<StoryStateTag state={state} />}
      />
      <div className="stack">
        {problem ? (
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        ) : null}
        {companyVerified ? null : (
          <Notice tone="warn" title={m.stories_unverified_title()}>
            {m.stories_unverified()}
          </Notice>
        )}
        {state === 'submitted' ? <StoryAdvice hints={story.hints} reviewing /> : null}
        {state === 'withdrawn' && reviewNote ? <Notice tone="info">{reviewNote}</Notice> : null}
        <div className="row">
          <div className="col-lg-8">
            <StoryText {...story} />
          </div>
          <aside className="col-lg-4">
            <ReviewActions story={story} formKeys={formKeys} errors={{ note, namesNobody }} />
          </aside>
        </div>
      </div>
    </>
  )
}
