import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { openingConsentSchema } from '#app/domain/consent/record-consent.schema.server.ts'
import { recordConsent } from '#app/domain/consent/record-consent.server.ts'
import { answerCardSchema } from '#app/domain/proposals/answer-card.schema.server.ts'
import { recordAnswer } from '#app/domain/proposals/record-answer.server.ts'
import { changedSince } from '#app/domain/proposals/seen-card.ts'
import { sendCardSchema } from '#app/domain/proposals/send-card.schema.server.ts'
import { proposeCandidate } from '#app/domain/proposals/propose-candidate.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { askOnOwnPages } from '#app/domain/visits/ask-on-own-pages.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { CandidateCard } from '#app/ui/CandidateCard.tsx'
import { ConsentForm } from '#app/ui/matching/ConsentForm.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { AskOnHerPhone } from './AskOnHerPhone.tsx'
import { proposalView, subjectOf, wording } from './proposal-view.server.ts'
import { SendForm } from './SendForm.tsx'
import { SentCard } from './SentCard.tsx'
import { WhatChanged } from './WhatChanged.tsx'

export const meta: MetaFunction = () => [{ title: `${m.proposals_meta()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async (call) => ({
  view: await proposalView(call.tx, call),
  constraint: getZodConstraint(openingConsentSchema),
  consentKey: newFormKey(),
  sendKey: newFormKey(),
  answerKey: newFormKey(),
}))

export const action = defineAction(['case_manager'], async (call) => {
  const subject = subjectOf(call)
  if (call.intent === 'send') {
    const { seen } = call.parse(sendCardSchema)
    await proposeCandidate(call.tx, { ...subject, seen, wording })
    return redirectTo(`/lavoro/opportunita/${subject.openingId}`, { flash: 'proposals_sent' })
  }
  if (call.intent === 'ask') {
    await askOnOwnPages(call.tx, subject)
    return redirectTo(`/lavoro/persone/${subject.candidateId}/pagine`, { flash: 'visits_asked' })
  }
  if (call.intent === 'answer') {
    await recordAnswer(call.tx, { ...subject, answer: call.parse(answerCardSchema) })
    return redirectTo(call.url.pathname, { flash: 'proposals_heard_recorded' })
  }
  const { read, ...input } = call.parse(openingConsentSchema)
  const { consentText, seen } = await proposalView(call.tx, call)
  if (changedSince(read, seen).length > 0) throw new DomainError('stale', 'proposals_words_changed')
  await recordConsent(call.tx, {
    ...input,
    orgId: subject.orgId,
    candidateId: subject.candidateId,
    purpose: 'opening',
    subjectId: subject.openingId,
    textShown: consentText,
  })
  return redirectTo(call.url.pathname, { flash: 'proposals_consent_recorded' })
})

/** Whoever is told that the card changed meanwhile sees it as it is now; what she chose stays. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function ProposalPage() {
  const { view, constraint, consentKey, sendKey, answerKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const back = `/lavoro/opportunita/${view.openingId}`
  const { read, seen } = (answer?.result.initialValue ?? {}) as { read?: string; seen?: string }
  const before = read ?? seen
  const changed = before === undefined ? [] : changedSince(before, view.seen)
  return (
    <>
      <Breadcrumbs
        items={[
          { to: '/lavoro/opportunita', label: m.desk_match_openings() },
          { to: back, label: view.openingTitle },
          { label: m.proposals_title({ code: view.code }) },
        ]}
      />
      <PageHeader
        title={m.proposals_title({ code: view.code })}
        lead={m.proposals_lead({ company: view.company, opening: view.openingTitle })}
      />
      {view.sent ? (
        <SentCard
          sent={view.sent}
          back={back}
          formKey={answerKey}
          reasons={view.reasons}
          lastResult={answer?.result}
        />
      ) : null}
      {view.sent && view.alreadyProposed ? null : view.refusal ? (
        <Notice tone="warn" title={m.proposals_refused_title()}>
          {view.refusal}
        </Notice>
      ) : (
        <div className="row">
          <div className="col-lg-6 stack">
            <h2>{m.proposals_preview_title()}</h2>
            <p>{m.proposals_preview_lead()}</p>
            <WhatChanged changed={changed} />
            <CandidateCard
              title={m.proposals_card_title({ opening: view.openingTitle })}
              week={view.week}
              lines={view.lines}
            />
            <p>{m.proposals_k({ others: view.others })}</p>
            <p className="muted">
              {view.heldBack
                ? m.proposals_held_back({ list: view.heldBack })
                : m.proposals_nothing_held_back()}
            </p>
          </div>
          <div className="col-lg-6 stack">
            <ConsentForm
              constraint={constraint}
              formKey={consentKey}
              text={view.consentText}
              consent={view.consent}
              seen={view.seen}
              labels={{
                title: m.proposals_consent_title(),
                given: m.proposals_consent_given(),
                refused: m.proposals_consent_refused(),
              }}
              lastResult={seen === undefined ? answer?.result : undefined}
            />
            {view.consent?.decision === 'given' && view.consent.current ? null : (
              <AskOnHerPhone formKey={consentKey} />
            )}
            <SendForm
              formKey={sendKey}
              consent={view.consent}
              seen={view.seen}
              lastResult={seen === undefined ? undefined : answer?.result}
            />
          </div>
        </div>
      )}
    </>
  )
}
