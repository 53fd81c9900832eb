/** The fields of the form that changes a rule. */
export type RuleFields = {
  enabled: string
  amount: string
  unit: string
  every: string
  channel: string
  audience: string
  subject_it: string
  body_it: string
  action_it: string
  subject_en: string
  body_en: string
  action_en: string
  why: string
  company: string
}
