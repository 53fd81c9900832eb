import { addDays, addMonths, atLocal, localDate, localTime, type IsoDate } from '#app/domain/calendar/rome.ts'
import type { WorkingCalendar } from '#app/domain/calendar/working-calendar.ts'
import { knownAt, type Fact } from './facts.ts'
import type { FollowUpRule } from './rule.ts'

/** What is counted in calendar days or months falls due on the morning of its day. */
const MORNING = '09:00'

function moved(date: IsoDate, by: { days: number } | { months: number }, times = 1): IsoDate {
  return 'days' in by ? addDays(date, by.days * times) : addMonths(date, by.months * times)
}

/** Either an exact instant, or a day whose morning is meant. */
type Due = Date | IsoDate

const later = (a: Date, b: Date): Date => (+a > +b ? a : b)

function after(start: Date, delay: FollowUpRule['delay'], calendar: WorkingCalendar): Due {
  const begin = calendar.nextSendTime(start)
  if (delay === 'at_once') return begin
  if (!('workingDays' in delay)) return moved(localDate(start), delay)
  return atLocal(calendar.addWorkingDays(localDate(begin), delay.workingDays), localTime(begin))
}

/** The day that lies the rule's delay, a negative one, from the end of an internship that is not over when we learn it. */
function fromEnd({ delay }: FollowUpRule, trigger: Fact, known: Date): Due | null {
  if (trigger.type !== 'internship_ends' || trigger.endsOn < localDate(known)) return null
  return delay === 'at_once' || 'workingDays' in delay ? null : moved(trigger.endsOn, delay)
}

/**
 * When the `turn`th (from 1) follow-up of `rule` begun by `trigger` is due, with the delay counted from `start`: always
 * an instant in sending hours of a working day, not before `start` nor before we knew of the trigger. What falls on a
 * holiday moves to the next working day. Null where the rule has none: an internship that is over, or a day that had
 * passed when we learnt of the trigger and that the rule leaves out.
 */
export function dueTime(
  rule: FollowUpRule,
  trigger: Fact,
  start: Date,
  turn: number,
  calendar: WorkingCalendar,
): Date | null {
  const known = knownAt(trigger)
  const first = rule.from === 'end' ? fromEnd(rule, trigger, known) : after(start, rule.delay, calendar)
  if (first === null) return null
  const firstDay = typeof first === 'string' ? first : localDate(first)
  const due = turn > 1 && rule.repeat ? moved(firstDay, rule.repeat.every, turn - 1) : first
  const instant = typeof due === 'string' ? atLocal(calendar.addWorkingDays(due, 0), MORNING) : due
  if (rule.ifLate === 'skip' && localDate(instant) < localDate(known)) return null
  return calendar.nextSendTime(later(instant, later(start, known)))
}
