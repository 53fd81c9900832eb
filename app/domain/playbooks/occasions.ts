import { trustStages, type TrustStage } from '../trust/stages.ts'

/** When a playbook helps. `any` is for whatever has no occasion of its own: then the rung decides. */
export const occasions = [
  'first_call',
  'opening_call',
  'no_match',
  'proposal_call',
  'call_back',
  'arrange_meeting',
  'check_in_person',
  'before_internship_end',
  'retention',
  'after_silence',
  'after_failed_placement',
  'access_asked',
  'any',
] as const
export type Occasion = (typeof occasions)[number]

/** A playbook is written for one rung of the ladder, or for all. */
export const playbookStages = ['any', ...trustStages] as const
export type PlaybookStage = (typeof playbookStages)[number]

/** What a task is about, as far as it tells the occasion. */
export type Situation = {
  template: string
  stage: TrustStage
  /** A placement there has ended early in the last weeks. */
  failedLately: boolean
}

const byTemplate: Record<string, Occasion> = {
  follow_ups_task_opening_call: 'opening_call',
  follow_ups_task_no_match: 'no_match',
  follow_ups_task_proposal_call: 'proposal_call',
  follow_ups_task_call_back: 'call_back',
  follow_ups_task_arrange_meeting: 'arrange_meeting',
  follow_ups_task_check_in_person: 'check_in_person',
  follow_ups_task_hire_talk: 'before_internship_end',
  follow_ups_task_retention: 'retention',
  follow_ups_task_cooling: 'after_silence',
  follow_ups_task_no_contact: 'after_silence',
  follow_ups_task_pick_up_again: 'after_silence',
  day_task_cooling: 'after_silence',
  account_task_access_asked: 'access_asked',
}

/** Tasks of the house: no company is called for them. */
const INSIDE = /^(mail_task_|day_task_answer)/
const GENERAL: readonly Occasion[] = ['any', 'after_silence']

/** The occasion of a task, or null for what no playbook helps with. */
export function occasionOf({ template, stage, failedLately }: Situation): Occasion | null {
  if (INSIDE.test(template)) return null
  const own = byTemplate[template] ?? 'any'
  if (failedLately && GENERAL.includes(own)) return 'after_failed_placement'
  return stage === 'new' && (GENERAL.includes(own) || own === 'opening_call') ? 'first_call' : own
}
