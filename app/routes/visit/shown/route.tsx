import { Link, useLoaderData } from '@remix-run/react'
import { cardWords } from '#app/domain/visits/card-words.ts'
import { fillText } from '#app/domain/visits/fill-text.ts'
import { shownOfMe } from '#app/domain/visits/shown-of-me.server.ts'
import { stageWords } from '#app/web/visit/stage-words.ts'
import { visitTexts } from '#app/domain/visits/texts.ts'
import { Card } from '#app/ui/Card.tsx'
import { CardWordsList } from '#app/ui/visit/CardWordsList.tsx'
import { useVisitFrame } from '#app/ui/visit/visit-frame.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { byVisit, languageOf } from '#app/web/visit/by-visit.server.ts'
import { visitDate } from '#app/web/visit/visit-date.ts'

export const loader = defineLoader(byVisit, async ({ tx, request }) => {
  const language = await languageOf(request)
  const texts = visitTexts[language]
  const shown = await shownOfMe(tx)
  return {
    cards: shown.map(({ cardId, company, opening, at, fate, card, meetings, contracts }) => ({
      ...{ cardId, company, work: fillText(texts.shown_for, { opening }), fate: texts[`fate_${fate}`] },
      on: fillText(texts.shown_on, { date: visitDate(at, language) }),
      card: cardWords(card, language),
      after: stageWords({ meetings, contracts }, language),
    })),
  }
})

/** Which company read what of her, and what came of it. */
export default function Shown() {
  const { cards } = useLoaderData<typeof loader>()
  const { texts } = useVisitFrame()
  return (
    <>
      <h1>{texts.shown_title}</h1>
      <p>{cards.length > 0 ? texts.shown_lead : texts.shown_none}</p>
      {cards.map(({ cardId, company, work, on, fate, card, after }) => (
        <Card as="section" key={cardId} title={<bdi>{company}</bdi>}>
          <p>
            {work}
            <br />
            {on}
          </p>
          <p>
            <strong>{fate}</strong>
          </p>
          <p>{texts.shown_card}</p>
          <CardWordsList card={card} />
          {after.length > 0 ? (
            <ul>
              {after.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          ) : null}
        </Card>
      ))}
      <p>
        <Link to="/v/1">{texts.back}</Link>
      </p>
    </>
  )
}
