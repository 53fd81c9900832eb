import { m } from '#app/locales/generated/messages.js'
import { StatusTag } from '#app/ui/StatusTag.tsx'

export type CandidateState = 'active' | 'placed' | 'inactive' | 'closed'

/** Where a person's path stands; of an active one, whether she is in the engine. */
export function CandidateStateTag({ state, matchable }: { state: CandidateState; matchable: boolean }) {
  switch (state) {
    case 'active':
      return matchable ? (
        <StatusTag tone="ok">{m.desk_person_in_matching()}</StatusTag>
      ) : (
        <StatusTag tone="warn" icon="pause">
          {m.desk_person_not_in_matching()}
        </StatusTag>
      )
    case 'placed':
      return (
        <StatusTag tone="brand" icon="briefcase">
          {m.desk_person_placed()}
        </StatusTag>
      )
    case 'inactive':
      return <StatusTag tone="neutral">{m.desk_person_inactive()}</StatusTag>
    case 'closed':
      return (
        <StatusTag tone="neutral" icon="lock">
          {m.desk_person_closed()}
        </StatusTag>
      )
  }
}
