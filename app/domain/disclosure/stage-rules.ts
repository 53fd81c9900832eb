import { DAY } from '../shared/durations.ts'

/** For so long after a meeting its page still says whom they met. */
export const MEETING_SHOWN = 14 * DAY
/** A contract's link lives so long, and opens so often (privacy.md). */
export const CONTRACT_LIFE = 7 * DAY
export const CONTRACT_OPENS = 3

/** What each stage rests on, as it is at the moment of a read. */
export type Ground = {
  /** The company's answer to her card, while the card lives. */
  interested: boolean
  companyVerified: boolean
  /** A safety exclusion stands against the company, its VAT id, one of its people or the town. */
  avoided: boolean
  /** Her yes to being looked for, to this opening, to meeting this company and to a contract with it. */
  yes: { matching: boolean; opening: boolean; company: boolean; contract: boolean }
}

type Meeting = { startsAt: Date; endedAt: Date | null }
type ContractLink = { expiresAt: Date; opens: number; endedAt: Date | null }

/** Stage 2 rests on stage 1 and on her yes to that company. */
export const mayMeet = ({ interested, companyVerified, avoided, yes }: Ground): boolean =>
  interested && companyVerified && !avoided && yes.matching && yes.opening && yes.company

/** Stage 3 rests on stage 2, on a meeting that has begun, and on a yes of its own. */
export const mayContract = (ground: Ground, meeting: Meeting | null, at: Date): boolean =>
  mayMeet(ground) &&
  ground.yes.contract &&
  meeting !== null &&
  meeting.endedAt === null &&
  meeting.startsAt <= at

/** Whether a company reads who comes to a meeting, at `at`. */
export const meetingReads = (meeting: Meeting, ground: Ground, at: Date): boolean =>
  meeting.endedAt === null && +at < +meeting.startsAt + MEETING_SHOWN && mayMeet(ground)

/** Openings of a contract's link that are left at `at`; none once anything that it rests on is gone. */
export function opensLeft(link: ContractLink, ground: Ground, at: Date): number {
  if (link.endedAt !== null || at >= link.expiresAt || !mayMeet(ground) || !ground.yes.contract) return 0
  return Math.max(0, CONTRACT_OPENS - link.opens)
}
