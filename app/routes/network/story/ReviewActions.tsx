import type { StoryView } from '#app/domain/stories/load-story.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import type { FieldErrors } from '#app/ui/forms/described-by.ts'
import { BackForm } from '#app/ui/stories/BackForm.tsx'
import { ForwardForm } from '#app/ui/stories/ForwardForm.tsx'

type ReviewActionsProps = {
  story: Pick<StoryView, 'state' | 'version' | 'slug' | 'companyVerified'>
  formKeys: readonly [string, string, string]
  errors: { note: FieldErrors; namesNobody: FieldErrors }
}

/** What a coordinator decides about a story: out, back with a note, or off the site. */
export function ReviewActions({ story, formKeys, errors }: ReviewActionsProps) {
  const { state, version, slug, companyVerified } = story
  const [publishKey, backKey, downKey] = formKeys
  return (
    <Card as="section" title={state === 'submitted' ? m.stories_review_story() : m.stories_actions()}>
      <div className="stack">
        {state === 'submitted' ? (
          <>
            {companyVerified ? (
              <ForwardForm
                formKey={publishKey}
                version={version}
                intent="publish"
                submit={m.stories_publish()}
                note={m.stories_publish_note()}
                error={errors.namesNobody}
              />
            ) : null}
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
        {state === 'published' && slug ? (
          <>
            <ButtonLink to={`/storie/${slug}`} variant="secondary" block>
              {m.stories_see_public()}
            </ButtonLink>
            <BackForm
              formKey={downKey}
              version={version}
              intent="withdraw"
              submit={m.stories_take_down()}
              summary={m.stories_take_down()}
              text={m.stories_withdraw_text()}
              note={m.stories_note_down()}
              error={errors.note}
              variant="danger"
            />
          </>
        ) : null}
        {state === 'submitted' || state === 'published' ? null : <p>{m.stories_nothing_to_do()}</p>}
      </div>
    </Card>
  )
}
