import type { CandidateState } from '#app/ui/matching/CandidateStateTag.tsx'
import { m } from '#app/locales/generated/messages.js'

/** Where a person's path stands, in a word. */
export const personStateLabels: Record<CandidateState, () => string> = {
  active: m.search_person_active,
  placed: m.desk_person_placed,
  inactive: m.desk_person_inactive,
  closed: m.desk_person_closed,
}
