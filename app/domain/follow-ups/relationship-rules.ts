import { NO_MESSAGES, NOT_APPROACHED, type FollowUpRule } from './rule.ts'

const retentionCheck = (months: 3 | 6 | 12) =>
  ({
    key: `retention_${months}`,
    enabled: true,
    triggers: ['hired'],
    delay: { months },
    ifLate: 'skip',
    stops: ['placement_ended'],
    kind: 'task',
    audience: 'case_manager',
    title: 'follow_ups_task_retention',
  }) as const satisfies FollowUpRule

/** A company was heard of, on whatever channel: the count of the days of silence begins anew. */
export const ANY_CONTACT = [
  'contacted',
  'opening_posted',
  'opening_kept',
  'proposal_answered',
  'event_accepted',
  'event_declined',
] as const

/** Follow-ups of a hire, of a story and of the relationship itself. */
export const relationshipRules: readonly FollowUpRule[] = [
  {
    key: 'hire_thanks',
    enabled: true,
    triggers: ['hired'],
    delay: 'at_once',
    stops: [...NO_MESSAGES, 'placement_ended'],
    kind: 'message',
    audience: 'hr_contact',
    template: 'hire_thanks',
  },
  {
    key: 'story_invitation',
    enabled: true,
    triggers: ['hired'],
    delay: { days: 30 },
    needs: ['score_warm', 'story_consent_given'],
    stops: [...NO_MESSAGES, 'placement_ended', 'story_begun'],
    kind: 'message',
    audience: 'hr_contact',
    template: 'story_invitation',
  },
  retentionCheck(3),
  retentionCheck(6),
  retentionCheck(12),
  {
    key: 'story_thanks',
    enabled: true,
    triggers: ['story_published'],
    delay: 'at_once',
    stops: [...NO_MESSAGES, 'story_withdrawn'],
    kind: 'message',
    audience: 'hr_contact',
    template: 'story_thanks',
  },
  {
    key: 'referral_invitation',
    enabled: true,
    triggers: ['story_published'],
    delay: { days: 60 },
    stops: [...NO_MESSAGES, 'story_withdrawn', 'referral_made'],
    leadsTo: ['referral_made'],
    kind: 'message',
    audience: 'hr_contact',
    template: 'referral_invitation',
  },
  {
    key: 'score_cooling',
    enabled: true,
    triggers: ['score_cooling'],
    delay: 'at_once',
    stops: [...NOT_APPROACHED, 'contacted'],
    leadsTo: ['contacted'],
    kind: 'task',
    audience: 'lead',
    title: 'follow_ups_task_cooling',
  },
  {
    // A pause cancels what was planned for good; this hands the threads that were left open back to a person.
    key: 'pick_up_again',
    enabled: true,
    triggers: ['company_resumed', 'opening_resumed'],
    delay: { workingDays: 1 },
    stops: [...NOT_APPROACHED, 'opening_paused', 'opening_closed', 'contacted'],
    leadsTo: ['contacted'],
    kind: 'task',
    audience: 'lead',
    title: 'follow_ups_task_pick_up_again',
  },
  {
    // Comes back every 30 days until somebody has spoken to them, so that no company is ever without a next touch.
    key: 'no_contact',
    enabled: true,
    triggers: ['company_added', 'company_resumed', ...ANY_CONTACT],
    about: 'company',
    delay: { days: 60 },
    ifLate: 'skip',
    repeat: { every: { days: 30 } },
    always: true,
    stops: [...NOT_APPROACHED, ...ANY_CONTACT],
    leadsTo: ['contacted'],
    kind: 'task',
    audience: 'lead',
    title: 'follow_ups_task_no_contact',
  },
]
