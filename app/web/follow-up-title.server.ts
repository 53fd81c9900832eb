import { hasText, text } from './text.server.ts'

type Titled = { template: string; title: string; ruleKey?: string | null; kind?: 'message' | 'task' }

/** What a follow-up is called: by hand as it was written, else the text of its task, or of the rule behind a message. */
export function followUpTitle({ template, title, ruleKey, kind = 'task' }: Titled): string {
  if (title) return title
  const byRule = `follow_ups_rule_${ruleKey}`
  if (kind === 'message') return hasText(byRule) ? text(byRule) : text('relationship_timeline_mail_any')
  return hasText(template) ? text(template) : text('relationship_task_unnamed')
}
