import type { StoryView } from '#app/domain/stories/load-story.server.ts'
import { m } from '#app/locales/generated/messages.js'
import type { FieldErrors } from '#app/ui/forms/described-by.ts'
import { ForwardForm } from '#app/ui/stories/ForwardForm.tsx'
import { StoryActions } from '#app/ui/stories/StoryActions.tsx'
import { TakeBackForm } from '#app/ui/stories/TakeBackForm.tsx'

type DeskStoryActionsProps = {
  story: Pick<StoryView, 'state' | 'version' | 'slug' | 'moves'>
  formKeys: readonly [string, string, string, string]
  namesNobody: FieldErrors
}

/** What a case manager can do with a story: the company approves it, the coordinators publish it. */
export function DeskStoryActions({ story, formKeys, namesNobody }: DeskStoryActionsProps) {
  const { state, version } = story
  const [, forwardKey, backKey, withdrawKey] = formKeys
  return (
    <StoryActions story={story} withdrawKey={withdrawKey}>
      {state === 'draft' ? (
        <ForwardForm
          formKey={forwardKey}
          version={version}
          intent="ask_approval"
          submit={m.stories_ask_approval()}
          note={m.stories_ask_approval_note()}
          error={namesNobody}
        />
      ) : null}
      {state === 'awaiting_company' ? (
        <TakeBackForm text={m.stories_now_awaiting()} formKey={backKey} version={version} />
      ) : null}
      {state === 'submitted' ? <p>{m.stories_now_submitted_desk()}</p> : null}
    </StoryActions>
  )
}
