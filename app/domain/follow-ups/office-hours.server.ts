import { isNull, notInArray, or } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import { nextSendTime } from '../calendar/working-days.server.ts'
import { rulesInHours } from './rules.ts'

/** A message of these rules that is late, or is tried again, waits for the morning: nobody is written to by night. */
const keepsHours = (ruleKey: string | null): boolean => ruleKey !== null && rulesInHours.includes(ruleKey)

/** When a message of this rule that is due at `at` may leave: then, or as soon as the offices open. */
export const leavesAt = (ruleKey: string | null, at: Date): Date =>
  keepsHours(ruleKey) ? nextSendTime(at) : at

/** The messages that may leave at `at`; all of them in office hours. */
export const mayLeaveAt = (at: Date) =>
  nextSendTime(at) > at
    ? or(isNull(followUps.ruleKey), notInArray(followUps.ruleKey, [...rulesInHours]))
    : undefined
