import { NO_MESSAGES, NOT_APPROACHED, type FollowUpRule } from './rule.ts'

const OVER = ['event_called_off', 'event_begun'] as const
const ANSWERED = ['event_accepted', 'event_declined'] as const

/** The rules by which a company hears of an event for the first time. */
export const INVITATION_RULES = ['event_invitation', 'event_invite_by_voice'] as const

/** Follow-ups of an invitation to an event of the network: before it, when it changes, and after it. */
export const eventRules: readonly FollowUpRule[] = [
  {
    key: 'event_invitation',
    enabled: true,
    triggers: ['event_invited'],
    delay: 'at_once',
    stops: [...NO_MESSAGES, ...OVER, ...ANSWERED],
    kind: 'message',
    audience: 'hr_contact',
    template: 'event_invitation',
  },
  {
    key: 'event_invite_by_voice',
    enabled: true,
    triggers: ['event_invited_by_voice'],
    delay: { workingDays: 1 },
    stops: [...NOT_APPROACHED, ...OVER, ...ANSWERED],
    leadsTo: ['contacted'],
    kind: 'task',
    audience: 'lead',
    title: 'follow_ups_task_event_invite_by_voice',
  },
  {
    key: 'event_reminder',
    enabled: true,
    triggers: ['event_invited'],
    delay: { workingDays: 6 },
    ifLate: 'skip',
    needs: ['event_told'],
    stops: [...NO_MESSAGES, ...OVER, ...ANSWERED],
    kind: 'message',
    audience: 'hr_contact',
    template: 'event_reminder',
  },
  {
    key: 'event_moved_notice',
    enabled: true,
    triggers: ['event_moved'],
    delay: 'at_once',
    stops: [...NO_MESSAGES, ...OVER, 'event_declined'],
    kind: 'message',
    audience: 'hr_contact',
    template: 'event_moved',
  },
  {
    key: 'event_called_off_notice',
    enabled: true,
    triggers: ['event_called_off'],
    delay: 'at_once',
    needs: ['event_told'],
    stops: [...NO_MESSAGES, 'event_declined'],
    kind: 'message',
    audience: 'hr_contact',
    template: 'event_called_off',
  },
  {
    key: 'event_thanks',
    enabled: true,
    triggers: ['event_attended'],
    delay: { workingDays: 1 },
    stops: [...NOT_APPROACHED, 'contacted'],
    leadsTo: ['contacted'],
    kind: 'task',
    audience: 'lead',
    title: 'follow_ups_task_event_thanks',
  },
  {
    key: 'event_missed_call',
    enabled: true,
    triggers: ['event_missed'],
    delay: { workingDays: 2 },
    stops: [...NOT_APPROACHED, 'contacted'],
    leadsTo: ['contacted'],
    kind: 'task',
    audience: 'lead',
    title: 'follow_ups_task_event_missed',
  },
]
