import { NO_MESSAGES, type Delay, type FollowUpRule } from './rule.ts'

/** A year of monthly check-ins; after a hire the retention checks go on. */
const MONTHLY = { every: { months: 1 }, times: 12 } as const

const checkInWithCompany = (when: string, delay: Delay, repeat?: typeof MONTHLY) =>
  ({
    key: `check_in_company_${when}`,
    enabled: true,
    triggers: ['placement_began'],
    delay,
    ifLate: 'skip',
    repeat,
    stops: [...NO_MESSAGES, 'placement_ended'],
    kind: 'message',
    audience: 'hr_contact',
    template: 'check_in',
  }) as const satisfies FollowUpRule

/** The person is asked whatever the company's standing is: its pause is no reason to leave her alone. */
const checkInWithPerson = (when: string, delay: Delay, repeat?: typeof MONTHLY) =>
  ({
    key: `check_in_person_${when}`,
    enabled: true,
    triggers: ['placement_began'],
    delay,
    ifLate: 'skip',
    repeat,
    stops: ['placement_ended'],
    kind: 'task',
    audience: 'case_manager',
    title: 'follow_ups_task_check_in_person',
  }) as const satisfies FollowUpRule

const ENDED = ['internship_ends', 'placement_ended', 'hired'] as const

const hireTalk = (days: 30 | 15, ifLate: 'skip' | 'at_once') =>
  ({
    key: `hire_talk_${days}`,
    enabled: true,
    triggers: ['internship_ends'],
    from: 'end',
    delay: { days: -days },
    ifLate,
    stops: ['do_not_contact', ...ENDED, 'hire_talk_held'],
    leadsTo: ['contacted', 'hire_talk_held'],
    kind: 'task',
    audience: 'case_manager',
    title: 'follow_ups_task_hire_talk',
  }) as const satisfies FollowUpRule

const endNotice = (days: 30 | 15, ifLate: 'skip' | 'at_once') =>
  ({
    key: `internship_end_notice_${days}`,
    enabled: true,
    triggers: ['internship_ends'],
    from: 'end',
    delay: { days: -days },
    ifLate,
    stops: [...NO_MESSAGES, ...ENDED, 'hire_talk_held'],
    kind: 'message',
    audience: 'hr_contact',
    template: 'internship_ends_soon',
  }) as const satisfies FollowUpRule

/**
 * Follow-ups of a placement: check-ins with both sides, and the talk about a hire before an internship ends. An
 * internship that is set to end within 30 days gets the 15-day pair only, late rather than never.
 */
export const placementRules: readonly FollowUpRule[] = [
  checkInWithCompany('day_3', { workingDays: 3 }),
  checkInWithCompany('week_2', { days: 14 }),
  checkInWithCompany('monthly', { months: 1 }, MONTHLY),
  checkInWithPerson('day_3', { workingDays: 3 }),
  checkInWithPerson('week_2', { days: 14 }),
  checkInWithPerson('monthly', { months: 1 }, MONTHLY),
  hireTalk(30, 'skip'),
  hireTalk(15, 'at_once'),
  endNotice(30, 'skip'),
  endNotice(15, 'at_once'),
]
