import type { StoryState } from '#app/domain/stories/states.ts'
import { m } from '#app/locales/generated/messages.js'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { storyStateLooks } from '#app/ui/stories/story-words.ts'

type StoryStateTagProps = {
  state: StoryState
  /** Somebody asked for changes. */
  sentBack?: boolean
  /** The reader is the company that the story waits for. */
  own?: boolean
}

/** Where a story stands, as its reader sees it. */
export function StoryStateTag({ state, sentBack, own }: StoryStateTagProps) {
  if (sentBack)
    return (
      <StatusTag tone="warn" icon="alert">
        {m.stories_state_sent_back()}
      </StatusTag>
    )
  const { tone, icon, label } = storyStateLooks[state]
  return (
    <StatusTag tone={tone} icon={icon}>
      {own && state === 'awaiting_company' ? m.stories_state_awaiting_you() : label()}
    </StatusTag>
  )
}
