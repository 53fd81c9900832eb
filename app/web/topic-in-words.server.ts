import { hasText, text } from './text.server.ts'

/** What happened, in words; a topic of an older version keeps its name. */
export function topicInWords(topic: string): string {
  const key = `mail_topic_${topic.replace('.', '_')}`
  return hasText(key) ? text(key) : topic
}
