import type { ReactNode } from 'react'
import type { StoryState } from '#app/domain/stories/states.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { BackForm } from '#app/ui/stories/BackForm.tsx'

type StoryActionsProps = {
  story: { state: StoryState; version: number; slug: string | null; moves: readonly StoryState[] }
  withdrawKey: string
  /** What this reader, and no other, can do from where the story stands. */
  children: ReactNode
}

/** What can be done with a story: what its reader alone can, where it is public, the way to withdraw it. */
export function StoryActions({ story, withdrawKey, children }: StoryActionsProps) {
  const { state, version, slug, moves } = story
  return (
    <Card as="section" title={m.stories_actions()}>
      <div className="stack">
        {children}
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
