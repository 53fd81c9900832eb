import type { SelectItems } from '#app/ui/forms/SelectOptions.tsx'

/** All that depends on one person, in the reader's language. */
export type HandoverView = {
  from: string
  name: string
  org: string
  /** Hers, or somebody else's. */
  own: boolean
  counts: string[]
  nothing: boolean
  companies: {
    id: string
    version: number
    name: string
    stage: string
    last: string
    next: string
    /** What was promised and what waits. */
    open: string[]
  }[]
  people: { id: string; code: string }[]
  /** How many persons there are, also for who may not see them. */
  personCount: number
  needsPeopleTo: boolean
  companiesTo: SelectItems
  peopleTo: SelectItems
  formKey: string
}
