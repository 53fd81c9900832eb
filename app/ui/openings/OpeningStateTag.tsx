import type { OpeningState } from '#app/domain/openings/states.ts'
import type { IconName } from '#app/ui/icon-paths.ts'
import { openingStateLabels } from '#app/ui/openings/opening-words.ts'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import type { Tone } from '#app/ui/tone.ts'

const LOOKS: Record<OpeningState, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'warn', icon: 'file' },
  open: { tone: 'ok', icon: 'check' },
  paused: { tone: 'info', icon: 'pause' },
  closed: { tone: 'neutral', icon: 'lock' },
}

/** Where an opening stands. */
export function OpeningStateTag({ state }: { state: OpeningState }) {
  const { tone, icon } = LOOKS[state]
  return (
    <StatusTag tone={tone} icon={icon}>
      {openingStateLabels[state]()}
    </StatusTag>
  )
}
