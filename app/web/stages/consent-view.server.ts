import type { ConsentRow } from '#app/domain/consent/standing-consent.server.ts'
import { locales, type Locale } from '#app/locales/generated/runtime.js'
import { sha256 } from '#app/platform/crypto.server.ts'
import { answeredHow } from '#app/web/answered-how.server.ts'
import { formatDate } from '#app/web/format.ts'

/** What a person is asked, in the reader's language, its hash in each language, of which `seen` is the first, and what she said. */
export function consentView(words: readonly string[], consent: ConsentRow | null, locale: Locale) {
  const hashes = words.map(sha256)
  return {
    words: words[locales.indexOf(locale)] ?? '',
    hashes,
    seen: hashes[0] ?? '',
    consent: consent && {
      decision: consent.decision,
      date: formatDate(consent.at),
      how: answeredHow(consent),
      current: hashes.includes(consent.textHash),
    },
  }
}

export type StageConsent = ReturnType<typeof consentView>

/** Whether she said yes to these words. */
export const saidYes = ({ consent }: StageConsent): boolean =>
  consent?.decision === 'given' && consent.current
