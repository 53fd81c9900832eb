import type { Answer, FactType, SubjectType } from './facts.ts'

/** How long after its anchor a follow-up is due; calendar days may be negative for what comes before an end. */
export type Delay = { workingDays: number } | { days: number } | { months: number } | 'at_once'

/** Who acts: the HR contact by reading a message; a person of the network by doing a task. */
export const taskAudiences = ['lead', 'case_manager', 'coordinator'] as const
export type TaskAudience = (typeof taskAudiences)[number]

type Action =
  | {
      kind: 'message'
      audience: 'hr_contact'
      /** Key of the e-mail. */
      template: string
      /** It answers what she has just done herself, so the weekly limit does not count it. */
      answersHerAct?: true
    }
  | {
      kind: 'task'
      audience: TaskAudience
      /** Message key of the task's title. */
      title: `follow_ups_task_${string}`
    }

/** One line of the table of follow-ups. Coordinators may change `delay` and `enabled`; the rest is ours. */
export type FollowUpRule = {
  key: string
  enabled: boolean
  /** Any of these facts begins an occurrence. */
  triggers: readonly FactType[]
  /** Only for this answer of a `proposal_answered`. */
  answer?: Answer
  /** What it is filed under, when not the trigger's own subject. */
  about?: SubjectType
  delay: Delay
  /** Counted from the trigger, or from the day on which the internship ends. */
  from?: 'trigger' | 'end'
  /** When its day had passed before we learnt of the trigger: do it at once (the default), or leave it out. */
  ifLate?: 'skip' | 'at_once'
  /** Again every so often after the first time, `times` in all. */
  repeat?: { every: { days: number } | { months: number }; times: number }
  /** The delay is counted again from the latest of these. */
  restartsOn?: readonly FactType[]
  /** States that must hold for it to be due: it waits for them. */
  needs?: readonly FactType[]
  /** Facts that end it at once. */
  stops: readonly FactType[]
  /** Occurrences due before this are not planned: the day the rule, or the record of a company, was begun. */
  since?: Date
} & Action

/** A company that must not be approached. */
export const NOT_APPROACHED: readonly FactType[] = ['company_paused', 'do_not_contact']
/** No message may go to this contact. */
export const NO_MESSAGES: readonly FactType[] = [...NOT_APPROACHED, 'unsubscribed']
