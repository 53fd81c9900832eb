import type { CandidateId } from '../shared/ids.ts'
import type { IsoDate } from '../matching/types.ts'
import type { WhyNot } from './why-not.ts'

/** How an organisation stands with one of its people about one opening, and what a list of people is narrowed by. */
export type Standing = {
  candidateId: CandidateId
  /** She is followed by whoever is asking. */
  mine: boolean
  /** Somebody of the organisation has read why she fits. */
  seen: boolean
  proposed: boolean
  /** Asked about this opening, she said no or took her yes back. */
  refused: boolean
  whyNot: WhyNot | null
  setAsideOn: Date | null
  waitingSince: IsoDate
  /** From her area to the workplace, in tenths of a kilometre's precision. */
  km: number
  /** Every desired skill at its level; never where the opening desires none. */
  allDesired: boolean
}
