import { DAY } from '#app/domain/shared/durations.ts'
import type { TrustKinds } from './event-kinds.ts'
import { scoreLine } from './score-line.ts'
import type { TrustEvent } from './score.ts'

export const trustSlopes = ['warming', 'steady', 'cooling', 'at_risk'] as const
export type TrustSlope = (typeof trustSlopes)[number]

/** The slope looks this far back. */
export const SLOPE_SPAN = 30 * DAY
/** Below this, in points over the span, a change is the ordinary fading of good months and counts as none. */
const FELT = 3
/** A fall that one bad event, or several, explain and that fading alone does not. */
const FALL = 10
/** Something overdue for longer than this, in days, says that nobody tends the company. */
const NEGLECTED_AFTER_DAYS = 14

export type SlopeFacts = {
  /** Score, 0 to 100, now and 30 days ago. */
  scoreNow: number
  scoreBefore: number
  /** How many follow-ups about the company are overdue, and by how many days the oldest one is. */
  overdue: number
  oldestOverdueDays: number
}

/**
 * The rule, first line that holds:
 * `at_risk`: down 10 points or more in 30 days; or down 3 or more with something overdue; or overdue for over 14 days.
 * `cooling`: down 3 points or more.
 * `warming`: up 3 points or more and nothing overdue.
 * `steady`: everything else.
 */
export function slopeOf({ scoreNow, scoreBefore, overdue, oldestOverdueDays }: SlopeFacts): TrustSlope {
  const change = scoreNow - scoreBefore
  if (change <= -FALL) return 'at_risk'
  if (overdue > 0 && (change <= -FELT || oldestOverdueDays > NEGLECTED_AFTER_DAYS)) return 'at_risk'
  if (change <= -FELT) return 'cooling'
  return change >= FELT && overdue === 0 ? 'warming' : 'steady'
}

/** The slope at `at` from a company's events and the due times of its open follow-ups. */
export function trustSlope(
  events: readonly TrustEvent[],
  openFollowUpsDueAt: readonly Date[],
  at: Date,
  kinds: TrustKinds,
): TrustSlope {
  const overdueBy = openFollowUpsDueAt.map((due) => (+at - +due) / DAY).filter((days) => days > 0)
  const [scoreBefore = 50, scoreNow = 50] = scoreLine(events, [+at - SLOPE_SPAN, at], kinds)
  return slopeOf({
    scoreNow,
    scoreBefore,
    overdue: overdueBy.length,
    oldestOverdueDays: Math.max(0, ...overdueBy),
  })
}

/** From this score on a relationship is warm enough to ask a favour: a story, a name, a testimony. */
export const WARM_SCORE = 60

/** Warm: the score reaches 60 and is not on its way down. */
export const isWarm = (score: number, slope: TrustSlope): boolean =>
  score >= WARM_SCORE && (slope === 'warming' || slope === 'steady')
