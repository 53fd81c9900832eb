import type { MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { answerCardSchema } from '#app/domain/proposals/answer-card.schema.server.ts'
import { answerCard } from '#app/domain/proposals/answer-card.server.ts'
import { linkActor } from '#app/domain/proposals/link-actor.server.ts'
import { notNowReasons } from '#app/domain/proposals/not-now-reasons.ts'
import { readCard } from '#app/domain/proposals/read-card.server.ts'
import { nextOfCard } from '#app/domain/stages/next-of-card.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { CandidateCard } from '#app/ui/CandidateCard.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { describeCard } from '#app/web/describe-card.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { formatDate } from '#app/web/format.ts'
import { text } from '#app/web/text.server.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { LinkProblem } from './LinkProblem.tsx'

/** The link opens no more; null for any other fault. */
const ended = (error: unknown) => {
  if (!isRouteErrorResponse(error) || error.status !== 410) return null
  const reason = (error.data as { reason?: string } | null)?.reason
  return { expired: reason === 'proposals_link_expired' }
}

const titleOf = (error: unknown) => {
  const end = ended(error)
  if (!end) return m.proposals_card_meta()
  return end.expired ? m.proposals_link_expired_title() : m.proposals_link_altered_title()
}

export const meta: MetaFunction = ({ error }) => [
  { title: `${titleOf(error)} · Passaparola` },
  { name: 'robots', content: 'noindex' },
]

const byLink = {
  byLink: (_request: Request, params: Record<string, string | undefined>) => linkActor(params.token ?? ''),
}

const cardOf = (actor: Actor) => {
  if (actor.kind !== 'link') throw new DomainError('not_found', 'not_found')
  return actor.cardId
}

export const loader = defineLoader(byLink, async ({ tx, actor, info }) => {
  const card = await readCard(tx, cardOf(actor))
  const over = card.state === 'withdrawn' || card.state === 'expired'
  return {
    over,
    title: text('proposals_card_title', { opening: card.openingTitle }),
    week: text('proposals_card_week', { date: formatDate(card.week) }),
    lines: describeCard(card.attributes, info.locale),
    talked: card.answer === 'talk',
    answered: card.answer
      ? text(`proposals_card_answered_${card.answer}`, {
          reason: card.notNowReason ? text(`follow_ups_not_now_${card.notNowReason}`).toLowerCase() : '',
        })
      : null,
    reasons: notNowReasons.map((value) => ({ value, label: text(`follow_ups_not_now_${value}`) })),
    next: over ? null : await nextOfCard(tx),
    formKey: newFormKey(),
  }
})

export const action = defineAction(byLink, async ({ tx, actor, parse, url }) => {
  await answerCard(tx, cardOf(actor), parse(answerCardSchema))
  return redirectTo(url.pathname, { flash: 'proposals_answer_recorded' })
})

export default function CardPage() {
  const card = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.result.error ?? {}
  const problem = Object.values(errors)
    .flat()
    .find((line) => typeof line === 'string')
  if (card.over) {
    return (
      <div className="narrow stack">
        <PageHeader title={m.proposals_card_gone_title()} lead={m.proposals_card_gone()} />
        <ButtonLink to="/azienda" variant="secondary">
          {m.proposals_link_sign_in()}
        </ButtonLink>
      </div>
    )
  }
  return (
    <div className="narrow stack">
      <PageHeader title={card.title} lead={m.proposals_card_lead()} />
      {card.next?.contract ? (
        <Card
          as="section"
          tone="accent"
          title={m.stages_c_next_contract()}
          actions={<ButtonLink to={card.next.contract}>{m.stages_c_next_contract_link()}</ButtonLink>}
        />
      ) : null}
      {card.next?.meeting ? (
        <Card
          as="section"
          tone="accent"
          title={m.stages_c_next_meeting()}
          actions={
            <ButtonLink to={card.next.meeting} variant={card.next.contract ? 'secondary' : 'primary'}>
              {m.stages_c_next_meeting_link()}
            </ButtonLink>
          }
        />
      ) : null}
      {problem ? (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      ) : null}
      <CandidateCard title={m.proposals_card_meta()} week={card.week} lines={card.lines} />
      {card.answered ? (
        <>
          {card.next?.meeting ? null : (
            <Notice tone="ok" title={card.answered}>
              {card.talked ? m.proposals_card_decide_later() : m.proposals_card_change()}
            </Notice>
          )}
          <ButtonLink to="/azienda/proposte" variant="secondary">
            {m.company_cards_all()}
          </ButtonLink>
        </>
      ) : null}
      {card.answered && !card.talked ? null : (
        <AnswerForm formKey={card.formKey} reasons={card.reasons} talked={card.talked} />
      )}
      <p className="muted">{m.proposals_card_promise()}</p>
    </div>
  )
}

/** An expired link offers a new one by one click; an altered one, the way in. */
export function ErrorBoundary() {
  const error = useRouteError()
  const end = ended(error)
  if (!end) throw error
  return <LinkProblem expired={end.expired} />
}
