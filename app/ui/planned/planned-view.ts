/** Something planned as a page shows it: every code is in words already. */
export type PlannedItem = {
  id: string
  kind: 'message' | 'task'
  title: string
  when: string
  whom: string
  about: string | null
  rule: string
  /** Why that rule is there. */
  reason: string | null
  notes: string[]
  /** Where a message is read, changed, skipped or sent. */
  to: string | null
}

export type PlannedView = { items: PlannedItem[]; more: number }
