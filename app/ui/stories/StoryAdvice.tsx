import { m } from '#app/locales/generated/messages.js'
import { Notice } from '#app/ui/Notice.tsx'

/** The one rule of a story, where it is written; and the words that may break it, where it is read. */
export function StoryAdvice({ hints = [] }: { hints?: readonly string[] }) {
  return (
    <>
      <Notice tone="info" title={m.stories_advice_title()}>
        {m.stories_advice()}
      </Notice>
      {hints.length > 0 ? (
        <Notice tone="warn" title={m.stories_hints_title()}>
          {m.stories_hints({ words: hints.map((word) => `“${word}”`).join(', ') })}
        </Notice>
      ) : null}
    </>
  )
}
