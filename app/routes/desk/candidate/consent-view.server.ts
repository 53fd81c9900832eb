import { localDate } from '#app/domain/calendar/rome.ts'
import { hasLapsed, lapsesOn } from '#app/domain/consent/consent-life.ts'
import type { ConsentRow } from '#app/domain/consent/standing-consent.server.ts'
import { matchingWords } from '#app/domain/visits/consent-words.ts'
import { visitLanguages, type VisitLanguage } from '#app/domain/visits/languages.ts'
import { now } from '#app/platform/clock.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { answeredHow } from '#app/web/answered-how.server.ts'
import { formatDate } from '#app/web/format.ts'

/** The words that she answered to, where they are among those in use today; a former edition is its hash alone. */
function wordsRead({ textHash }: ConsentRow): { language: VisitLanguage; text: string } | null {
  const known = visitLanguages.map((language) => ({ language, text: matchingWords(language) }))
  return known.find((words) => sha256(words.text) === textHash) ?? null
}

/** Her consent to be in the engine: what she said, when, how it was heard, and to which words. */
export const consentView = (consent: ConsentRow) => ({
  ...{ id: consent.id, decision: consent.decision, date: formatDate(consent.at) },
  how: answeredHow(consent),
  until: formatDate(lapsesOn(consent.at)),
  lapsed: consent.decision === 'given' && hasLapsed(consent.at, localDate(now())),
  words: wordsRead(consent),
})
