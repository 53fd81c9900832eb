import type { SizeBand } from '#app/domain/companies/size-bands.ts'
import type { StoryState } from '#app/domain/stories/states.ts'
import { m } from '#app/locales/generated/messages.js'
import type { IconName } from '#app/ui/icon-paths.ts'
import type { Tone } from '#app/ui/tone.ts'

/** The size of a firm, as one says it. */
export const sizeLabels: Record<SizeBand, () => string> = {
  micro: m.stories_size_micro,
  small: m.stories_size_small,
  medium: m.stories_size_medium,
  large: m.stories_size_large,
}

/** How the state of a story looks and reads. */
export const storyStateLooks: Record<StoryState, { tone: Tone; icon: IconName; label: () => string }> = {
  draft: { tone: 'neutral', icon: 'file', label: m.stories_state_draft },
  awaiting_company: { tone: 'warn', icon: 'clock', label: m.stories_state_awaiting_company },
  submitted: { tone: 'info', icon: 'send', label: m.stories_state_submitted },
  published: { tone: 'ok', icon: 'check', label: m.stories_state_published },
  withdrawn: { tone: 'neutral', icon: 'minus', label: m.stories_state_withdrawn },
}
