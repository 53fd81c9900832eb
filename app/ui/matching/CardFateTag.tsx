import { m } from '#app/locales/generated/messages.js'
import type { IconName } from '#app/ui/icon-paths.ts'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import type { Tone } from '#app/ui/tone.ts'

export type CardFate = {
  state: 'sent' | 'answered' | 'withdrawn' | 'expired'
  answer: 'interested' | 'not_now' | 'talk' | null
}

type Look = { tone: Tone; icon: IconName; label: () => string }

const UNANSWERED: Record<Exclude<CardFate['state'], 'answered'>, Look> = {
  sent: { tone: 'info', icon: 'clock', label: m.desk_card_sent },
  withdrawn: { tone: 'neutral', icon: 'close', label: m.desk_card_withdrawn },
  expired: { tone: 'neutral', icon: 'lock', label: m.desk_card_expired },
}
const ANSWERS: Record<NonNullable<CardFate['answer']>, Look> = {
  interested: { tone: 'ok', icon: 'check', label: m.desk_card_interested },
  talk: { tone: 'accent', icon: 'phone', label: m.desk_card_talk },
  not_now: { tone: 'warn', icon: 'pause', label: m.desk_card_not_now },
}

/** What became of a card, for the network's people. */
export function CardFateTag({ state, answer }: CardFate) {
  const { tone, icon, label } = state === 'answered' ? ANSWERS[answer ?? 'talk'] : UNANSWERED[state]
  return (
    <StatusTag tone={tone} icon={icon}>
      {label()}
    </StatusTag>
  )
}
