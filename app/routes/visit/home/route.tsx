import { Link, useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { answerByHerself } from '#app/domain/visits/answer-by-herself.server.ts'
import { ownAnswerSchema } from '#app/domain/visits/own-answer.schema.server.ts'
import { Notice } from '#app/ui/Notice.tsx'
import { useVisitFrame } from '#app/ui/visit/visit-frame.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { byVisit, languageOf } from '#app/web/visit/by-visit.server.ts'
import { choicesView } from '#app/web/visit/choices-view.server.ts'
import { Choices } from './Choices.tsx'
import { Matching } from './Matching.tsx'
import { Question } from './Question.tsx'

/** What was said a moment ago, as the address says it: a figure that tells nobody anything. */
const SAID = { given: '1', refused: '2', withdrawn: '3' } as const

export const loader = defineLoader(byVisit, async ({ tx, request, url }) => {
  const said = Object.entries(SAID).find(([, figure]) => figure === url.searchParams.get('f'))?.[0]
  return {
    ...(await choicesView(tx, await languageOf(request))),
    done: (said as keyof typeof SAID | undefined) ?? null,
    formKey: newFormKey(),
  }
})

export const action = defineAction(byVisit, async ({ tx, request, parse }) => {
  const answer = parse(ownAnswerSchema)
  await answerByHerself(tx, answer, await languageOf(request))
  return redirectTo(`/v/1?f=${SAID[answer.decision]}`)
})

/** Whoever is told that the words changed reads them as they are now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function Home() {
  const { matching, questions, choices, done, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { texts } = useVisitFrame()
  return (
    <>
      <h1>{texts.home_title}</h1>
      <p className="lead">{texts.home_lead}</p>
      <div aria-live="polite">
        {refused ? (
          <Notice tone="warn">{texts.changed}</Notice>
        ) : done ? (
          <Notice tone="ok">{texts[`done_${done}`]}</Notice>
        ) : null}
      </div>
      {questions.length > 0 ? (
        <section className="stack" aria-labelledby="domande">
          <h2 id="domande">{texts.questions_title}</h2>
          {questions.map((question) => (
            <Question key={question.openingId} question={question} formKey={formKey} />
          ))}
        </section>
      ) : null}
      <section className="stack" aria-labelledby="scelte">
        <h2 id="scelte">{texts.choices_title}</h2>
        <Matching matching={matching} formKey={formKey} />
        <Choices choices={choices} formKey={formKey} />
      </section>
      <nav aria-labelledby="altro">
        <h2 id="altro">{texts.more_title}</h2>
        <ul className="visit-links">
          <li>
            <Link to="/v/2">{texts.link_info}</Link>
          </li>
          <li>
            <Link to="/v/3">{texts.link_shown}</Link>
          </li>
          <li>
            <Link to="/v/4">{texts.link_data}</Link>
          </li>
        </ul>
      </nav>
    </>
  )
}
