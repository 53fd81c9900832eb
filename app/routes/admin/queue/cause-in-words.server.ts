import { hasText, text } from '#app/web/text.server.ts'

/** Why an event was given up, in words: `kind:detail` as the worker recorded it. */
export function causeInWords(failure: string | null): string {
  const [kind = 'unknown', ...detail] = (failure ?? 'unknown').split(':')
  const key = `mail_cause_${kind}`
  return hasText(key) ? text(key, { detail: detail.join(':').trim() }) : text('mail_cause_unknown')
}
