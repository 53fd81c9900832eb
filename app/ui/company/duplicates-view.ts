/** A company that may be the same firm, with where it is and what they share. */
export type SuspectLine = { id: string; name: string; hint: string }

/** One of two companies that are compared; `fault` says why the other may not go into it. */
export type ComparedSide = { id: string; name: string; lead: string; fault: string | null }

export type Comparison = {
  /** The reader may make them one. */
  may: boolean
  leadsDiffer: boolean
  sides: readonly [ComparedSide, ComparedSide]
  facts: { name: string; left: string; right: string; differs: boolean }[]
}

export type MergeLine = {
  id: string
  name: string
  vatId: string
  reason: string
  when: string
  by: string | null
  takenBack: string | null
  mayTakeBack: boolean
}

/** What may be the same firm as a company, the comparison with one of them, and the merges that were made. */
export type DuplicatesData = {
  id: string
  name: string
  similar: SuspectLine[]
  search: string
  found: SuspectLine[]
  compared: Comparison | null
  merges: MergeLine[]
  formKey: string
}
