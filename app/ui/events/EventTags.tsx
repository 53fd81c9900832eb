import type { InvitationAnswer } from '#app/domain/events/event-kinds.ts'
import type { EventState } from '#app/domain/events/event-states.ts'
import { answerLooks, stateLooks } from '#app/ui/events/event-words.ts'
import { StatusTag } from '#app/ui/StatusTag.tsx'

/** Where an event stands. */
export function EventStateTag({ state }: { state: EventState }) {
  const { tone, icon, label } = stateLooks[state]
  return (
    <StatusTag tone={tone} icon={icon}>
      {label()}
    </StatusTag>
  )
}

/** What was answered to an invitation. */
export function AnswerTag({ answer }: { answer: InvitationAnswer }) {
  const { tone, icon, label } = answerLooks[answer]
  return (
    <StatusTag tone={tone} icon={icon}>
      {label()}
    </StatusTag>
  )
}
