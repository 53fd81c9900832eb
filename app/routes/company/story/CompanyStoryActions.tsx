import type { StoryView } from '#app/domain/stories/load-story.server.ts'
import { m } from '#app/locales/generated/messages.js'
import type { FieldErrors } from '#app/ui/forms/described-by.ts'
import { BackForm } from '#app/ui/stories/BackForm.tsx'
import { ForwardForm } from '#app/ui/stories/ForwardForm.tsx'
import { StoryActions } from '#app/ui/stories/StoryActions.tsx'
import { TakeBackForm } from '#app/ui/stories/TakeBackForm.tsx'

type CompanyStoryActionsProps = {
  story: Pick<StoryView, 'state' | 'version' | 'slug' | 'moves'>
  formKeys: readonly [string, string, string, string]
  errors: { note: FieldErrors; namesNobody: FieldErrors }
}

/** What the company can do with its story: send it, approve it, ask for a change, take it back. */
export function CompanyStoryActions({ story, formKeys, errors }: CompanyStoryActionsProps) {
  const { state, version } = story
  const [, forwardKey, backKey, withdrawKey] = formKeys
  return (
    <StoryActions story={story} withdrawKey={withdrawKey}>
      {state === 'draft' ? (
        <ForwardForm
          formKey={forwardKey}
          version={version}
          intent="submit"
          submit={m.stories_submit()}
          note={m.stories_submit_note()}
          error={errors.namesNobody}
        />
      ) : null}
      {state === 'awaiting_company' ? (
        <>
          <ForwardForm
            formKey={forwardKey}
            version={version}
            intent="approve"
            submit={m.stories_approve()}
            note={m.stories_submit_note()}
            error={errors.namesNobody}
          />
          <BackForm
            formKey={backKey}
            version={version}
            intent="send_back"
            submit={m.stories_send_back()}
            summary={m.stories_send_back()}
            note={m.stories_note_back()}
            error={errors.note}
          />
        </>
      ) : null}
      {state === 'submitted' ? (
        <TakeBackForm text={m.stories_now_submitted()} formKey={backKey} version={version} />
      ) : null}
    </StoryActions>
  )
}
