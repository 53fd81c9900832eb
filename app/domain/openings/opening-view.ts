import type { CardId, CompanyId, OpeningId } from '../shared/ids.ts'
import type { OpeningGap } from './gaps.ts'
import type { OpeningFacts } from './opening-facts.ts'
import type { OpeningState } from './states.ts'

export type Verification = 'pending' | 'verified' | 'rejected'

/** An opening to be shown: facts and codes as they are kept, days as 'YYYY-MM-DD', instants as ISO 8601. */
export type OpeningView = OpeningFacts & {
  id: OpeningId
  companyId: CompanyId
  companyName: string
  companyVerification: Verification
  sector: string
  state: OpeningState
  stepsDone: number
  version: number
  /** What a draft lacks, or a posted one whose start has passed. */
  gaps: OpeningGap[]
  createdAt: string
  postedAt: string | null
  closedAt: string | null
  closeReason: string | null
}

/** The words of an opening's codes in one language. */
export type OpeningLabels = {
  profession: string | null
  sector: string
  place: string | null
  /** By code. */
  skills: Record<string, string>
  teaches: string[]
  demands: string[]
}

/** An opening as a line of its company's own list. */
export type OwnOpening = Pick<
  OpeningFacts,
  'title' | 'kind' | 'professionCode' | 'places' | 'placeCode' | 'startLatest'
> & {
  id: OpeningId
  state: OpeningState
  gaps: OpeningGap[]
  postedAt: string | null
  createdAt: string
}

/** An opening as a line of the network's list. */
export type ListedOpening = Omit<OwnOpening, 'gaps' | 'createdAt'> & {
  companyName: string
  companyVerification: Verification
  sector: string
  cardsSent: number
}

/** A card as a line of a list: which opening, which week, what became of it. Nothing of what it shows. */
export type ReceivedCard = {
  id: CardId
  openingTitle: string
  state: 'sent' | 'answered' | 'withdrawn' | 'expired'
  answer: 'interested' | 'not_now' | 'talk' | null
  /** Monday of the week of sending; nothing finer may be told. */
  week: string
}
