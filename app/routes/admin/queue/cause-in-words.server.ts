import { hasText, text } from '#app/web/text.server.ts'

/** What happened, in words; a topic of an older version keeps its name. */
export function topicInWords(topic: string): string {
  const key = `mail_topic_${topic.replace('.', '_')}`
  return hasText(key) ? text(key) : topic
}

/** Why an event was given up, in words: `kind:detail` as the worker recorded it. */
export function causeInWords(failure: string | null): string {
  const [kind = 'unknown', ...detail] = (failure ?? 'unknown').split(':')
  const key = `mail_cause_${kind}`
  return hasText(key) ? text(key, { detail: detail.join(':').trim() }) : text('mail_cause_unknown')
}
