import type { InvitationAnswer, EventKind } from '#app/domain/events/event-kinds.ts'
import type { EventState } from '#app/domain/events/event-states.ts'
import type { Reach } from '#app/domain/events/invitable.ts'
import type { Sending } from '#app/domain/events/sending.ts'
import { m } from '#app/locales/generated/messages.js'
import type { IconName } from '#app/ui/icon-paths.ts'
import type { Tone } from '#app/ui/tone.ts'

export const kindLabels: Record<EventKind, () => string> = {
  open_day: m.events_kind_open_day,
  training: m.events_kind_training,
  permanent_table: m.events_kind_permanent_table,
  other: m.events_kind_other,
}

type Look = { tone: Tone; icon: IconName; label: () => string }

export const stateLooks: Record<EventState, Look> = {
  to_come: { tone: 'info', icon: 'calendar', label: m.events_state_to_come },
  under_way: { tone: 'accent', icon: 'clock', label: m.events_state_under_way },
  over: { tone: 'neutral', icon: 'check', label: m.events_state_over },
  called_off: { tone: 'bad', icon: 'close', label: m.events_state_called_off },
}

export const answerLooks: Record<InvitationAnswer, Look> = {
  coming: { tone: 'ok', icon: 'check', label: m.events_answer_coming },
  declined: { tone: 'neutral', icon: 'minus', label: m.events_answer_declined },
}

/** How far an invitation got, as the line of a company says it. */
export const sendingLabels: Record<Sending, () => string> = {
  waits: m.events_sending_waits,
  under_way: m.events_sending_under_way,
  sent: m.events_sending_sent,
  asked: m.events_sending_asked,
  to_ask: m.events_sending_to_ask,
  uncertain: m.events_sending_uncertain,
  failed: m.events_sending_failed,
  stopped: m.events_sending_stopped,
}

export const reachLabels: Record<Reach, () => string> = {
  mail: m.events_reach_mail,
  voice: m.events_reach_voice,
  invited: m.events_reach_invited,
  paused: m.events_reach_paused,
  do_not_contact: m.events_reach_do_not_contact,
  merged: m.events_reach_merged,
}
