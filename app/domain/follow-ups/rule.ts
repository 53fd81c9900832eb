import type { MessageTexts, WordedTemplate } from '../messages/templates.ts'
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
      template: WordedTemplate
      /** It answers what she has just done herself, so the weekly limit does not count it. */
      answersHerAct?: true
    }
  | {
      kind: 'task'
      audience: TaskAudience
      /** Message key of the task's title. */
      title: `follow_ups_task_${string}`
    }

export type Every = { days: number } | { months: number }

/** One line of the table of follow-ups. Coordinators may change what `RuleChange` lists; the rest is ours. */
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
  /** Again every so often after the first time, `times` in all or for as long as its reason lasts. */
  repeat?: { every: Every; times?: number }
  /** It can be timed otherwise and given to others, but not switched off. */
  always?: true
  /** The delay is counted again from the latest of these. */
  restartsOn?: readonly FactType[]
  /** States that must hold for it to be due: it waits for them. */
  needs?: readonly FactType[]
  /** Facts that end it at once. */
  stops: readonly FactType[]
  /** Facts that doing it brings about, as far as rules begin with them: what a loop of rules is found by. */
  leadsTo?: readonly FactType[]
  /** Occurrences due before this are not planned: the day the rule, or the record of a company, was begun. */
  since?: Date
} & Action

/**
 * What coordinators changed of a rule, all of it compared with its default; what is absent stands as it was written here.
 */
export type RuleChange = {
  enabled?: boolean
  delay?: Delay
  /** The distance between two turns of a rule that repeats. */
  every?: Every
  /** A person does what a message did. */
  channel?: 'task'
  /** Who does the task. */
  audience?: TaskAudience
  texts?: MessageTexts
  /** The moment at which a rule that was off was switched on again. */
  since?: Date
}

/** Title of the task of a rule whose message coordinators gave to a person. */
export const TASK_IN_PERSON = 'follow_ups_task_in_person'

/** A company that must not be approached. */
export const NOT_APPROACHED: readonly FactType[] = ['company_paused', 'do_not_contact']
/** No message may go to this contact. */
export const NO_MESSAGES: readonly FactType[] = [...NOT_APPROACHED, 'unsubscribed']
