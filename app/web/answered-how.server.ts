import type { ConsentRow } from '#app/domain/consent/standing-consent.server.ts'
import { hasText, text } from './text.server.ts'

/** How an answer came: by herself on her own pages, with the edition of the words, or heard by somebody. */
export function answeredHow({
  channel,
  language: code,
  textVersion,
}: Pick<ConsentRow, 'channel' | 'language' | 'textVersion'>): string {
  const key = `proposals_language_${code}`
  const language = hasText(key) ? text(key) : code
  return channel === 'own_device'
    ? text('visits_by_herself', { language, version: textVersion ?? '–' })
    : text('visits_heard', { language })
}
