import { NO_MESSAGES, NOT_APPROACHED, type FollowUpRule } from './rule.ts'

const OVER = ['opening_closed', 'opening_paused'] as const

/** Follow-ups of an opening: thanks, a call, word when nobody fits, and the monthly "still open?". */
export const openingRules = [
  {
    key: 'opening_acknowledged',
    enabled: true,
    triggers: ['opening_posted'],
    delay: 'at_once',
    stops: [...NO_MESSAGES, 'opening_closed'],
    kind: 'message',
    audience: 'hr_contact',
    template: 'opening_acknowledged',
    answersHerAct: true,
  },
  {
    key: 'opening_call',
    enabled: true,
    triggers: ['opening_posted'],
    delay: { workingDays: 1 },
    stops: [...NOT_APPROACHED, ...OVER, 'contacted'],
    leadsTo: ['contacted'],
    kind: 'task',
    audience: 'lead',
    title: 'follow_ups_task_opening_call',
  },
  {
    key: 'no_match_task',
    enabled: true,
    triggers: ['opening_posted'],
    delay: { workingDays: 5 },
    stops: [...NOT_APPROACHED, ...OVER, 'proposal_sent'],
    leadsTo: ['contacted'],
    kind: 'task',
    audience: 'lead',
    title: 'follow_ups_task_no_match',
  },
  {
    key: 'no_match_message',
    enabled: true,
    triggers: ['opening_posted'],
    delay: { workingDays: 5 },
    stops: [...NO_MESSAGES, ...OVER, 'proposal_sent'],
    kind: 'message',
    audience: 'hr_contact',
    template: 'no_match',
  },
  {
    key: 'opening_still_open',
    enabled: true,
    triggers: ['opening_posted', 'opening_kept', 'opening_resumed'],
    delay: { days: 30 },
    stops: [...NO_MESSAGES, ...OVER, 'opening_kept', 'opening_resumed'],
    leadsTo: ['opening_kept', 'opening_resumed'],
    kind: 'message',
    audience: 'hr_contact',
    template: 'opening_still_open',
  },
] as const satisfies readonly FollowUpRule[]
