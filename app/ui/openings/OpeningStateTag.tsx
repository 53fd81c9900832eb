import type { OpeningState } from '#app/domain/openings/states.ts'
import { m } from '#app/locales/generated/messages.js'
import type { IconName } from '#app/ui/icon-paths.ts'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import type { Tone } from '#app/ui/tone.ts'

const LOOKS: Record<OpeningState, { tone: Tone; icon: IconName; label: () => string }> = {
  draft: { tone: 'warn', icon: 'file', label: m.openings_state_draft },
  open: { tone: 'ok', icon: 'check', label: m.openings_state_open },
  paused: { tone: 'info', icon: 'pause', label: m.openings_state_paused },
  closed: { tone: 'neutral', icon: 'lock', label: m.openings_state_closed },
}

/** Where an opening stands. */
export function OpeningStateTag({ state }: { state: OpeningState }) {
  const { tone, icon, label } = LOOKS[state]
  return (
    <StatusTag tone={tone} icon={icon}>
      {label()}
    </StatusTag>
  )
}
