import { localDate } from '#app/domain/calendar/rome.ts'
import { hasLapsed, lapsesOn } from '#app/domain/consent/consent-life.ts'
import { now } from '#app/platform/clock.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { cardWords } from '#app/domain/visits/card-words.ts'
import { matchingWords, openingSentence, openingWords } from '#app/domain/visits/consent-words.ts'
import type { VisitLanguage } from '#app/domain/visits/languages.ts'
import { ownChoices, type Choice, type OpenQuestion } from '#app/domain/visits/own-choices.server.ts'
import { fillText } from '#app/domain/visits/fill-text.ts'
import { visitTexts } from '#app/domain/visits/texts.ts'
import { visitDate } from './visit-date.ts'

type Answer = Pick<Choice, 'decision' | 'at'>

const saidView = (answer: Answer | null, language: VisitLanguage) => {
  const texts = visitTexts[language]
  if (!answer) return { decision: null, said: texts.not_asked }
  const { decision, at } = answer
  return { decision, said: fillText(texts[`said_${decision}`], { date: visitDate(at, language) }) }
}

/** A yes that has lapsed is asked for again as if it were the first time. */
function matchingView(answer: Answer | null, language: VisitLanguage) {
  if (answer?.decision !== 'given' || !hasLapsed(answer.at, localDate(now())))
    return saidView(answer, language)
  const date = visitDate(lapsesOn(answer.at), language)
  return { decision: null, said: fillText(visitTexts[language].said_lapsed, { date }) }
}

function questionView({ openingId, opening, card }: OpenQuestion, language: VisitLanguage) {
  const words = openingWords(opening, card, language)
  return {
    ...{ openingId, title: opening.title, sentence: openingSentence(opening, language) },
    ...{ card: cardWords(card, language), words, read: sha256(words) },
  }
}

/** What an answer is about, in words. */
function titleOf({ purpose, opening, company }: Choice, language: VisitLanguage): string {
  const texts = visitTexts[language]
  const values = { opening: opening ?? '–', company: company ?? '–' }
  if (purpose === 'opening') return fillText(texts.choice_opening, values)
  if (purpose === 'contract') return fillText(texts.choice_contract, values)
  return purpose === 'company' ? fillText(texts.choice_company, values) : texts.choice_story
}

/** What she is asked and what she said, in her language, each with the hash of the words that she reads. */
export async function choicesView(tx: Tx, language: VisitLanguage) {
  const { matching, questions, choices } = await ownChoices(tx)
  const words = matchingWords(language)
  const asked = questions.map((question) => ({
    answered: question.answered,
    ...questionView(question, language),
  }))
  return {
    matching: { ...matchingView(matching, language), words, read: sha256(words) },
    questions: asked.filter(({ answered }) => !answered),
    choices: choices.map((choice) => ({
      ...{ purpose: choice.purpose, subjectId: choice.subjectId, title: titleOf(choice, language) },
      ...saidView(choice, language),
      again: asked.find(({ openingId, answered }) => answered && openingId === choice.subjectId) ?? null,
    })),
  }
}

export type ChoicesView = Awaited<ReturnType<typeof choicesView>>
