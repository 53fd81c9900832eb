import { askApproval } from '#app/domain/stories/ask-approval.server.ts'
import { editStorySchema } from '#app/domain/stories/edit-story.schema.server.ts'
import { editStory } from '#app/domain/stories/edit-story.server.ts'
import { forwardStorySchema, withdrawStorySchema } from '#app/domain/stories/move-story.schema.server.ts'
import { takeBackStory } from '#app/domain/stories/take-back-story.server.ts'
import { withdrawStory } from '#app/domain/stories/withdraw-story.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { StoryId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { ActionCall } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'

/** What a case manager does with a story that she writes for a company. */
export async function runStoryAction({ tx, id, intent, parse, url }: ActionCall & { tx: Tx }) {
  const storyId = id<StoryId>('id')
  const done = (flash: string) => redirectTo(url.pathname, { flash })
  switch (intent) {
    case 'edit':
      await editStory(tx, storyId, parse(editStorySchema))
      return done('stories_edited')
    case 'ask_approval':
      await askApproval(tx, storyId, parse(forwardStorySchema).version)
      return done('stories_approval_asked')
    case 'take_back':
      await takeBackStory(tx, storyId, parse(withdrawStorySchema).version)
      return done('stories_taken_back')
    case 'withdraw':
      await withdrawStory(tx, storyId, parse(withdrawStorySchema))
      return redirectTo('/lavoro/storie', { flash: 'stories_withdrawn' })
    default:
      throw new DomainError('invalid', 'stories_form_unknown')
  }
}
