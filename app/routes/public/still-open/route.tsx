import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillOpenSchema } from '#app/domain/openings/answer-still-open.schema.server.ts'
import { answerStillOpen, readStillOpen } from '#app/domain/openings/answer-still-open.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { text } from '#app/web/text.server.ts'
import { StillOpenForms } from './StillOpenForms.tsx'

export const meta: MetaFunction = () => [
  { title: `${m.planned_still_meta()} · Passaparola` },
  { name: 'robots', content: 'noindex' },
]

const answers = ['keep', 'pause', 'close'] as const
type Answer = (typeof answers)[number]

/** Mail scanners open links: opening this one changes nothing. */
export const loader = defineLoader('everyone', async ({ params, url }) => {
  const said = answers.find((answer) => answer === url.searchParams.get('fatto')) ?? null
  try {
    return data({ ...(await readStillOpen(params.token ?? '')), said, problem: null })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return data({ title: '', state: null, said: null, problem: text(error.reason) }, { status: 410 })
  }
})

export const action = definePlainAction('everyone', ({ params, form, url }) =>
  answerForm({ form, schema: stillOpenSchema, intent: 'answer' }, async (given) => {
    await answerStillOpen(params.token ?? '', given)
    return redirectTo(`${url.pathname}?fatto=${given.answer}`)
  }),
)

const done: Record<Answer, { title: () => string; lead: () => string }> = {
  keep: { title: m.planned_still_done_keep_title, lead: m.planned_still_done_keep },
  pause: { title: m.planned_still_done_pause_title, lead: m.planned_still_done_pause },
  close: { title: m.planned_still_done_close_title, lead: m.planned_still_done_close },
}

export default function StillOpen() {
  const { title, state, said, problem } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.result.error ?? {}
  const wrong = Object.values(errors)
    .flat()
    .find((line) => typeof line === 'string')
  const area = (
    <ButtonLink to="/azienda" variant="secondary">
      {m.planned_still_area()}
    </ButtonLink>
  )
  if (problem) {
    return (
      <div className="narrow stack">
        <PageHeader title={m.planned_still_problem_title()} lead={problem} />
        <p>{area}</p>
      </div>
    )
  }
  if (said) {
    return (
      <div className="narrow stack">
        <PageHeader eyebrow={title} title={done[said].title()} lead={done[said].lead()} />
        <p>{area}</p>
      </div>
    )
  }
  return (
    <div className="narrow stack">
      <PageHeader title={m.planned_still_title({ opening: title })} lead={m.planned_still_lead()} />
      {wrong ? (
        <Notice tone="bad" role="alert">
          {wrong}
        </Notice>
      ) : null}
      {state === 'open' ? <StillOpenForms /> : <Notice tone="info">{m.planned_still_not_open()}</Notice>}
      {state === 'open' ? null : <p>{area}</p>}
    </div>
  )
}
