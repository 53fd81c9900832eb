import { sha256 } from '#app/platform/crypto.server.ts'
import { recordConsent } from '../consent/record-consent.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { matchingWords, openingWords } from './consent-words.ts'
import { herself } from './herself.server.ts'
import type { VisitLanguage } from './languages.ts'
import { ownChoices } from './own-choices.server.ts'
import type { OwnAnswer } from './own-answer.schema.server.ts'
import { TEXT_VERSION, visitTexts } from './texts.ts'

/**
 * Records what somebody says on her own pages, by the command that case managers use: a yes or a no to what she is asked
 * at this moment and has read, or the end of a yes, which takes the cards that rest on it back with it.
 * @throws DomainError not_found for what she was never asked, stale where the words are not the ones she read.
 */
export async function answerByHerself(
  tx: Tx,
  { purpose, subjectId: about, decision, read }: OwnAnswer,
  language: VisitLanguage,
): Promise<void> {
  const person = herself(tx)
  const subjectId = about ?? null
  const words = await wordsOf(tx, { purpose, subjectId, decision }, language)
  if (decision !== 'withdrawn' && sha256(words) !== read)
    throw new DomainError('stale', 'visits_words_changed')
  // Being in the engine, and the cards that go back, are rows that are not hers to write.
  await asOurselves(tx, () =>
    recordConsent(tx, {
      ...{ ...person, purpose, subjectId, decision, language, textShown: words, textVersion: TEXT_VERSION },
      ...{ channel: 'own_device', withMediator: false },
    }),
  )
}

type Said = Pick<OwnAnswer, 'purpose' | 'decision'> & { subjectId: string | null }

/** The very words that stand on her page now. */
async function wordsOf(tx: Tx, said: Said, language: VisitLanguage): Promise<string> {
  const { purpose, subjectId, decision } = said
  if (decision === 'withdrawn') return visitTexts[language].withdraw
  if (purpose === 'matching') return matchingWords(language)
  const { questions } = await ownChoices(tx)
  const question = questions.find(({ openingId }) => purpose === 'opening' && openingId === subjectId)
  return question ? openingWords(question.opening, question.card, language) : notFound()
}
