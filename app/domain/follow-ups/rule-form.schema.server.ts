import { z } from 'zod'
import { textProblem } from '../messages/text-problem.ts'
import { hasButton, variablesOf, type MessageTexts, type WordedTemplate } from '../messages/templates.ts'
import { strictly, words } from '../shared/form-fields.schema.server.ts'
import { taskAudiences, type FollowUpRule, type RuleChange } from './rule.ts'
import { audiencesOf, delayOf, everyOf, everyProblem, timingProblem, timingUnits } from './timing.ts'

const whole = (error: string) => z.int({ error })

const text = (most: number) => words(most, 'rules_text_missing')
/** A subject or a label: a line break in it would be a header of its own. */
const line = (most: number) => text(most).regex(/^[^\r\n]*$/, { error: 'rules_text_one_line' })

const fields = {
  /** The version that the form was made from; 0 for a rule that nobody has changed. */
  version: whole('relationship_form_unknown').min(0, { error: 'relationship_form_unknown' }),
  enabled: z.literal('on', { error: 'relationship_form_unknown' }).optional(),
  amount: whole('rules_amount_whole').optional(),
  unit: z.enum(timingUnits, { error: 'rules_unit_missing' }),
  every: whole('rules_every_whole').optional(),
  channel: z.enum(['message', 'task'], { error: 'rules_channel_missing' }).optional(),
  audience: z.enum(taskAudiences, { error: 'rules_audience_missing' }).optional(),
  subject_it: line(150).optional(),
  body_it: text(4000).optional(),
  action_it: line(60).optional(),
  subject_en: line(150).optional(),
  body_en: text(4000).optional(),
  action_en: line(60).optional(),
  why: words(200, 'rules_why_missing'),
  /** With which company a preview is made; nothing that is kept. */
  company: z.string().trim().max(200, { error: 'relationship_text_long' }).optional(),
}

/** The form that changes a rule: what is there is checked here, whether it fits the rule by `ruleFormFor`. */
const ruleForm = z.strictObject(fields, strictly)
export type RuleForm = z.output<typeof ruleForm>

type Part = 'subject' | 'body' | 'action'
const TEXTS = (['it', 'en'] as const).flatMap((locale) =>
  (['subject', 'body', 'action'] as const).map((part) => ({ part, path: `${part}_${locale}` as const })),
)
type TextPath = (typeof TEXTS)[number]['path']

const textsAsked = (template: WordedTemplate) =>
  TEXTS.filter(({ part }) => part !== 'action' || hasButton(template))

/** The texts of a message, each checked by itself: one that is wrong is told beside what else is wrong. */
function textFields(template: WordedTemplate): Pick<typeof fields, TextPath> {
  const checked = (path: TextPath, part: Part) =>
    fields[path].superRefine((written, context) => {
      const message = written && textProblem(written, part === 'subject' ? [] : variablesOf[template])
      if (message) context.addIssue({ code: 'custom', message })
    })
  return Object.fromEntries(
    textsAsked(template).map(({ path, part }) => [path, checked(path, part)]),
  ) as Pick<typeof fields, TextPath>
}

/** The schema of the form of one rule: its timing, who can do it, and the variables of its texts are checked beside their fields. */
export const ruleFormFor = (rule: FollowUpRule) =>
  ruleForm.extend(rule.kind === 'message' ? textFields(rule.template) : {}).superRefine((form, context) => {
    const refuse = (path: string, message: string | null) => {
      if (message) context.addIssue({ code: 'custom', path: [path], message })
    }
    const problem = timingProblem(rule, { amount: form.amount ?? 0, unit: form.unit })
    refuse(problem === 'rules_unit_impossible' ? 'unit' : 'amount', problem)
    const every = form.every === undefined ? undefined : everyOf(rule, form.every)
    refuse('enabled', rule.always && form.enabled !== 'on' ? 'rules_always_on' : null)
    if (rule.repeat) refuse('every', every ? everyProblem(every) : 'rules_every_whole')
    if (form.audience && !audiencesOf(rule).includes(form.audience)) {
      refuse('audience', 'rules_audience_impossible')
    }
    if (rule.kind !== 'message') return
    for (const { path } of textsAsked(rule.template)) refuse(path, form[path] ? null : 'rules_text_missing')
  })

/** The texts of a form that was checked by `ruleFormFor`. */
export const textsOf = (form: RuleForm): MessageTexts => ({
  it: { subject: form.subject_it ?? '', body: unixLines(form.body_it), action: form.action_it ?? '' },
  en: { subject: form.subject_en ?? '', body: unixLines(form.body_en), action: form.action_en ?? '' },
})

/** Browsers send line breaks as two characters; a text that nobody has touched is still the same text. */
const unixLines = (text = ''): string => text.replaceAll('\r\n', '\n')

/** What a checked form asks of its rule. */
export const changeOf = (rule: FollowUpRule, form: RuleForm): RuleChange => ({
  enabled: form.enabled === 'on',
  delay: delayOf({ amount: form.amount ?? 0, unit: form.unit }),
  every: form.every === undefined ? undefined : everyOf(rule, form.every),
  channel: rule.kind === 'message' && form.channel === 'task' ? 'task' : undefined,
  audience: form.audience,
  texts: rule.kind === 'message' ? textsOf(form) : undefined,
})

/** The form that goes back to a former version. */
export const restoreRuleSchema = z.strictObject({ version: fields.version, to: fields.version }, strictly)
