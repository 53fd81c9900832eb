import { Form } from '@remix-run/react'
import type { StoryView } from '#app/domain/stories/load-story.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import type { FieldErrors } from '#app/ui/forms/described-by.ts'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { BackForm } from '#app/ui/stories/BackForm.tsx'
import { ForwardForm } from '#app/ui/stories/ForwardForm.tsx'

type StoryActionsProps = {
  story: Pick<StoryView, 'state' | 'version' | 'slug' | 'moves'>
  formKeys: readonly [string, string, string, string]
  errors: { note: FieldErrors; namesNobody: FieldErrors }
}

/** What the company can do with its story from where it stands. */
export function StoryActions({ story, formKeys, errors }: StoryActionsProps) {
  const { state, version, slug, moves } = story
  const [, forwardKey, backKey, withdrawKey] = formKeys
  return (
    <Card as="section" title={m.stories_actions()}>
      <div className="stack">
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
          <>
            <p>{m.stories_now_submitted()}</p>
            <Form method="post">
              <IdempotencyKey value={backKey} />
              <input type="hidden" name="version" value={version} />
              <Button variant="secondary" name="intent" value="take_back" block>
                {m.stories_take_back()}
              </Button>
            </Form>
          </>
        ) : null}
        {state === 'published' && slug ? (
          <>
            <p>{m.stories_now_published()}</p>
            <ButtonLink to={`/storie/${slug}`} variant="secondary" block>
              {m.stories_see_public()}
            </ButtonLink>
          </>
        ) : null}
        {state === 'withdrawn' ? <p>{m.stories_now_withdrawn()}</p> : null}
        {moves.includes('withdrawn') ? (
          <BackForm
            formKey={withdrawKey}
            version={version}
            intent="withdraw"
            submit={m.stories_withdraw()}
            summary={m.stories_withdraw_question()}
            text={state === 'published' ? m.stories_withdraw_text() : m.stories_withdraw_draft_text()}
            variant="danger"
          />
        ) : null}
      </div>
    </Card>
  )
}
