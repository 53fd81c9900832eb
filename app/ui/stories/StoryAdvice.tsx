import { m } from '#app/locales/generated/messages.js'
import { Notice } from '#app/ui/Notice.tsx'

type StoryAdviceProps = { hints?: readonly string[]; reviewing?: boolean }

/** The one rule of a story, as its writer or its reviewer needs it; and the words that may break it. */
export function StoryAdvice({ hints = [], reviewing }: StoryAdviceProps) {
  return (
    <>
      <Notice tone="info" title={reviewing ? m.stories_review_advice_title() : m.stories_advice_title()}>
        {reviewing ? m.stories_review_advice() : m.stories_advice()}
      </Notice>
      {hints.length > 0 ? (
        <Notice tone="warn" title={m.stories_hints_title()}>
          {m.stories_hints({ words: hints.map((word) => `“${word}”`).join(', ') })}
        </Notice>
      ) : null}
    </>
  )
}
