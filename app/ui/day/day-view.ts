import type { PhoneView } from '#app/ui/company/company-view.ts'
import type { SelectItems } from '#app/ui/forms/SelectOptions.tsx'

type LinkTo = { to: string; label: string }

/** One line of the day, in the reader's language. */
export type DayLineView = {
  /** `task:<id>`: how forms and addresses name it. */
  ref: string
  /** Settled on the page that it leads to: here it can't be ticked off, put off or handed on. */
  elsewhere: boolean
  part: 'overdue' | 'today' | 'week'
  kind: 'task' | 'answer' | 'match' | 'cooling' | 'request' | 'lapse'
  title: string
  /** What the playbook says for it: its first line, and the others. */
  playbook: { occasion: string; first: string; rest: string | null } | null
  /** Null where it is about several. */
  company: LinkTo | null
  /** Persons of her own organisation, by their codes. */
  people: LinkTo[]
  when: string
  /** Its day: it is put off to a later one. */
  day: string
  late: boolean
  contact: { name: string; phone: PhoneView } | null
  remarks: string[]
  /** Where the work itself is done. */
  links: LinkTo[]
  /** Where a contact with its company is logged. */
  logTo: string | null
  matches: MatchesView | null
}

/** New matches: openings with the people they admit, the best first. */
export type MatchesView = {
  whose: 'mine' | 'organisation'
  openings: { openingId: string; title: string; company: string; people: LinkTo[]; more: number }[]
  unshown: number
}

/** The small form for what a line needs besides a press: a day, a reason, a colleague. */
export type DayPanelView = {
  act: 'postpone' | 'hand_on' | 'skip'
  refs: string[]
  /** What it is about, where that is one line of this page. */
  title: string | null
  /** The first day to which it can be put off. */
  from: string
  /** The next working day. */
  suggested: string
  /** Where to without doing anything. */
  back: string
}

export type DayPageView = {
  lines: DayLineView[]
  counts: Record<DayLineView['part'], number>
  total: number
  page: number
  pages: number
  later: number
  unclaimed: DayLineView[]
  panel: DayPanelView | null
  /** What was done a moment ago and can be taken back. */
  settled: { batchId: string; text: string; left: string | null } | null
  /** The address of this very list. */
  home: string
  /** Her own id: she takes what nobody has. */
  me: string
  colleagues: SelectItems
  /** The page begins: nothing is led by her organisation yet. */
  beginning: boolean
  formKey: string
}
