import { Form, Link, useLoaderData } from '@remix-run/react'
import { DomainError } from '#app/domain/shared/errors.ts'
import { fillText } from '#app/domain/visits/fill-text.ts'
import { ownRequestSchema } from '#app/domain/visits/own-answer.schema.server.ts'
import { askOfData, ownRequests, takeBackRequest } from '#app/domain/visits/own-requests.server.ts'
import { visitTexts } from '#app/domain/visits/texts.ts'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { useVisitFrame } from '#app/ui/visit/visit-frame.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { byVisit, languageOf } from '#app/web/visit/by-visit.server.ts'
import { visitDate } from '#app/web/visit/visit-date.ts'

const KINDS = ['copy', 'erasure'] as const

export const loader = defineLoader(byVisit, async ({ tx, request, url }) => {
  const language = await languageOf(request)
  const texts = visitTexts[language]
  const date = (moment: Date | string) => visitDate(moment, language)
  const requests = await ownRequests(tx)
  const done = { '1': texts.done_asked, '2': texts.done_taken_back }[url.searchParams.get('f') ?? '']
  return {
    done: done ?? null,
    formKey: newFormKey(),
    requests: KINDS.map((kind) => {
      const last = requests.find((row) => row.kind === kind)
      if (last?.state === 'open') {
        const asked = { date: date(last.askedAt), due: date(last.dueOn) }
        return { kind, open: true, said: fillText(texts.asked_on, asked) }
      }
      const answered = last?.state === 'done' && last.settledAt
      return {
        kind,
        open: false,
        said: answered ? fillText(texts.answered_on, { date: date(answered) }) : null,
      }
    }),
  }
})

export const action = defineAction(byVisit, async ({ tx, intent, parse }) => {
  const { kind } = parse(ownRequestSchema)
  if (intent === 'ask') await askOfData(tx, kind)
  else if (intent === 'take_back') await takeBackRequest(tx, kind)
  else throw new DomainError('invalid', 'invalid')
  return redirectTo(`/v/4?f=${intent === 'ask' ? '1' : '2'}`)
})

/** Her data, or their erasure: asked for with one press, and taken back with another. */
export default function OwnData() {
  const { requests, done, formKey } = useLoaderData<typeof loader>()
  const { texts } = useVisitFrame()
  return (
    <>
      <h1>{texts.data_title}</h1>
      <p className="lead">{texts.data_lead}</p>
      <div aria-live="polite">{done ? <Notice tone="ok">{done}</Notice> : null}</div>
      {requests.map(({ kind, open, said }) => (
        <Card as="section" key={kind} title={texts[`${kind}_title`]}>
          <p>{texts[`${kind}_hint`]}</p>
          {said ? (
            <p>
              <strong>{said}</strong>
            </p>
          ) : null}
          <Form method="post" className="visit-answers">
            <IdempotencyKey value={`${formKey}${kind}`} />
            <input type="hidden" name="kind" value={kind} />
            <Button name="intent" value={open ? 'take_back' : 'ask'} variant="secondary" block>
              {open ? texts.take_back : texts[`${kind}_ask`]}
            </Button>
          </Form>
        </Card>
      ))}
      <p>
        <Link to="/v/1">{texts.back}</Link>
      </p>
    </>
  )
}
