/** What a calendar that others may see says of a task. */
export const neutralKinds = ['call', 'meet', 'check', 'task'] as const
export type NeutralKind = (typeof neutralKinds)[number]

const CALLS =
  /^(follow_ups_task_(opening_call|no_match|proposal_call|call_back|cooling|no_contact|pick_up_again|instead_of_message|in_person)|mail_task_(uncertain|refused|not_written)|day_task_cooling)$/
const MEETINGS = /^follow_ups_task_(arrange_meeting|hire_talk)$/
const CHECKS = /^(follow_ups_task_(check_in_person|retention)|mail_task_(verify_company|review_story))$/

/**
 * The kind of a task, and nothing of what it is about. A calendar leaves our house: what was noted by hand may name a
 * person, and that somebody is checked on says that one of ours is there.
 */
export function neutralKind(template: string): NeutralKind {
  if (CALLS.test(template)) return 'call'
  if (MEETINGS.test(template)) return 'meet'
  return CHECKS.test(template) ? 'check' : 'task'
}
