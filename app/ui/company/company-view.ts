import type { ContactRole } from '#app/domain/companies/contact-roles.ts'
import type { GroupKind } from '#app/domain/companies/group-kinds.ts'
import type { SizeBand } from '#app/domain/companies/size-bands.ts'
import type { TimelineTopic } from '#app/domain/companies/timeline-entry.ts'
import type { OpeningKind } from '#app/domain/matching/types.ts'
import type { TrustSlope } from '#app/domain/trust/slope.ts'
import type { TrustStage } from '#app/domain/trust/stages.ts'
import type { Standing } from '#app/domain/trust/standing.ts'
import type { Rung } from '#app/ui/Ladder.tsx'
import type { TimelineItem } from '#app/ui/Timeline.tsx'

export type Verification = 'pending' | 'verified' | 'rejected'

/** What comes next with a company: what, when, whose turn. */
export type NextTouchLine = { title: string; when: string; late: boolean; by: string }

export type TrustTerm = { kind: string; label: string; points: number; note: string }

export type TrustView = {
  score: number
  slope: TrustSlope
  slopeHint: string
  /** Nothing has happened yet. */
  unknown: boolean
  up: TrustTerm[]
  down: TrustTerm[]
  /** The points of all that is not listed, signed, where there are any. */
  rest: string | null
  next: string[]
  /** A point a month; `note` says what moved it. */
  line: { date: string; value: number; note: string }[]
  lineText: string
}

export type PhoneView = { dial: string; shown: string }

export type ContactLine = {
  id: string
  name: string
  email: string | null
  /** As it is dialled, and as it is read. */
  phone: PhoneView | null
  role: ContactRole
  locale: string
  active: boolean
  /** Asked to enter the company's area and waits for an answer. */
  asking: boolean
  unsubscribed: boolean
}

export type OpeningLine = {
  id: string
  title: string
  kind: OpeningKind | null
  state: 'draft' | 'open' | 'paused' | 'closed'
  places: number
  posted: string | null
}

export type EffortView = {
  minutes: number
  lastYear: number
  contacts: number
  byOrg: { org: string; minutes: number }[]
}

/** What a company belongs to, and how many companies of the network do. */
export type GroupLine = { id: string; name: string; kind: GroupKind; members: number }

/** Another company that it introduced, or that introduced it. */
export type IntroductionLine = { id: string; name: string; stage: TrustStage; when: string }

/** A company as its page shows it: every code is in words already. */
export type CompanyView = {
  id: string
  name: string
  vatId: string
  sector: string
  sizeBand: SizeBand
  place: string
  website: string | null
  verification: Verification
  stage: TrustStage
  rungs: Rung[]
  standing: Standing
  pausedUntil: string | null
  lead: string | null
  lastContact: string | null
  next: NextTouchLine | null
  trust: TrustView
  contacts: ContactLine[]
  openings: OpeningLine[]
  effort: EffortView
  groups: GroupLine[]
  introducedBy: IntroductionLine[]
  introduced: IntroductionLine[]
}

/** A company as a line of a list. */
export type CompanyLine = {
  id: string
  name: string
  sector: string
  place: string
  verification: Verification
  stage: TrustStage
  standing: Standing
  pausedUntil: string | null
  score: number
  slope: TrustSlope
  lead: string | null
  lastContact: string | null
  next: NextTouchLine | null
  openOpenings: number
  promises: number
  hosted: number
  hired: number
  proposals: number
  answered: number
}

export type TimelineView = {
  lines: TimelineLine[]
  /** What happened, or what is planned. */
  part: 'past' | 'planned'
  /** The only things it shows, where it was asked for some. */
  topic: TimelineTopic | null
  page: number
  pages: number
  /** What was to happen with the company and did not, until an administrator settles it. */
  givenUp: string[]
  formKey: string
}

/** An event of a company's history; `lines` are paragraphs. */
export type TimelineLine = Pick<TimelineItem, 'dateTime' | 'when' | 'icon' | 'tone'> & {
  title: string
  by: string | null
  lines: string[]
  /** The contact that the reader may take back, where this is one. */
  takeBack: string | null
}
