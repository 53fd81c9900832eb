import { NO_MESSAGES, NOT_APPROACHED, type FollowUpRule } from './rule.ts'

const TAKEN_BACK = [
  'proposal_withdrawn',
  'proposal_expired',
  'consent_withdrawn',
  'opening_closed',
  'opening_paused',
] as const
const SETTLED = ['proposal_answered', ...TAKEN_BACK] as const

/** Follow-ups of a card: two reminders while it is unopened, then a call; and what each answer asks for. */
export const proposalRules = [
  {
    key: 'proposal_reminder_1',
    enabled: true,
    triggers: ['proposal_sent'],
    delay: { workingDays: 2 },
    stops: [...NO_MESSAGES, ...SETTLED, 'proposal_opened', 'contacted'],
    kind: 'message',
    audience: 'hr_contact',
    template: 'proposal_reminder',
  },
  {
    key: 'proposal_reminder_2',
    enabled: true,
    triggers: ['proposal_sent'],
    delay: { workingDays: 5 },
    stops: [...NO_MESSAGES, ...SETTLED, 'proposal_opened', 'contacted'],
    kind: 'message',
    audience: 'hr_contact',
    template: 'proposal_reminder_last',
  },
  {
    // An opened card without an answer gets no more mail, but it does get this call: it must not be forgotten.
    key: 'proposal_call',
    enabled: true,
    triggers: ['proposal_sent'],
    delay: { workingDays: 7 },
    restartsOn: ['contacted'],
    stops: [...NOT_APPROACHED, ...SETTLED],
    kind: 'task',
    audience: 'lead',
    title: 'follow_ups_task_proposal_call',
  },
  {
    key: 'proposal_interested',
    enabled: true,
    triggers: ['proposal_answered'],
    answer: 'interested',
    delay: { workingDays: 1 },
    stops: ['do_not_contact', ...TAKEN_BACK, 'proposal_answered', 'placement_began'],
    kind: 'task',
    audience: 'case_manager',
    title: 'follow_ups_task_arrange_meeting',
  },
  {
    key: 'proposal_talk',
    enabled: true,
    triggers: ['proposal_answered'],
    answer: 'talk',
    delay: { workingDays: 1 },
    stops: ['do_not_contact', ...TAKEN_BACK, 'proposal_answered', 'contacted'],
    kind: 'task',
    audience: 'lead',
    title: 'follow_ups_task_call_back',
  },
  {
    key: 'proposal_not_now_thanks',
    enabled: true,
    triggers: ['proposal_answered'],
    answer: 'not_now',
    delay: 'at_once',
    stops: [...NO_MESSAGES, 'proposal_answered'],
    kind: 'message',
    audience: 'hr_contact',
    template: 'not_now_thanks',
    answersHerAct: true,
  },
] as const satisfies readonly FollowUpRule[]
