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
  namesNobody: FieldErrors
}

/** What a case manager can do with a story: the company approves it, the coordinators publish it. */
export function StoryActions({
  story: { state, version, slug, moves },
  formKeys,
  namesNobody,
}: StoryActionsProps) {
  const [, forwardKey, backKey, withdrawKey] = formKeys
  return (
    <Card as="section" title={m.stories_actions()}>
      <div className="stack">
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
          <>
            <p>{m.stories_now_awaiting()}</p>
            <Form method="post">
              <IdempotencyKey value={backKey} />
              <input type="hidden" name="version" value={version} />
              <Button variant="secondary" name="intent" value="take_back" block>
                {m.stories_take_back()}
              </Button>
            </Form>
          </>
        ) : null}
        {state === 'submitted' ? <p>{m.stories_now_submitted_desk()}</p> : null}
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
            text={m.stories_withdraw_draft_text()}
            variant="danger"
          />
        ) : null}
      </div>
    </Card>
  )
}
