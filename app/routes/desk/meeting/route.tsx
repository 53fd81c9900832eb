import type { MetaFunction } from '@remix-run/node'
import type { ReactNode } from 'react'
import { Link, useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { openingConsentSchema } from '#app/domain/consent/record-consent.schema.server.ts'
import { recordConsent } from '#app/domain/consent/record-consent.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { CandidateId, CardId } from '#app/domain/shared/ids.ts'
import { arrangeMeetingSchema, pressSchema } from '#app/domain/stages/arrange-meeting.schema.server.ts'
import { arrangeMeeting, callOffMeeting } from '#app/domain/stages/arrange-meeting.server.ts'
import { confirmInterview, unconfirmInterview } from '#app/domain/stages/confirm-interview.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConsentForm } from '#app/ui/matching/ConsentForm.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { meetingWording } from '#app/web/stages/wordings.server.ts'
import { ArrangeForm } from './ArrangeForm.tsx'
import { meetingView, type MeetingView } from './meeting-view.server.ts'
import { Standing } from './Standing.tsx'

export const meta: MetaFunction = () => [{ title: `${m.stages_meeting()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], meetingView)

export const action = defineAction(['case_manager'], async (call) => {
  const { tx, form, intent, id, url, actor } = call
  const cardId = id<CardId>('cardId')
  if (intent === 'arrange')
    return answerForm({ form, schema: arrangeMeetingSchema, intent }, async (input) => {
      await arrangeMeeting(tx, cardId, input, meetingWording)
      return redirectTo(url.pathname, { flash: 'stages_arranged' })
    })
  if (intent === 'call_off')
    return answerForm({ form, schema: pressSchema, intent }, async () => {
      await callOffMeeting(tx, cardId)
      return redirectTo(url.pathname, { flash: 'stages_called_off' })
    })
  if (intent === 'held')
    return answerForm({ form, schema: pressSchema, intent }, async () => {
      await confirmInterview(tx, cardId)
      return redirectTo(url.pathname, { flash: 'stages_held_saved' })
    })
  if (intent === 'not_held')
    return answerForm({ form, schema: pressSchema, intent }, async () => {
      await unconfirmInterview(tx, cardId)
      return redirectTo(url.pathname, { flash: 'stages_not_held_saved' })
    })
  if (intent === 'consent')
    return answerForm({ form, schema: openingConsentSchema, intent }, async ({ read, ...said }) => {
      const { asked, candidateId, companyId } = await meetingView(call)
      if (read !== asked.seen) throw new DomainError('stale', 'proposals_words_changed')
      await recordConsent(tx, {
        ...{ ...said, orgId: ownOrganisation(actor), candidateId: candidateId satisfies CandidateId },
        ...{ purpose: 'company', subjectId: companyId, textShown: asked.words },
        about: { cardId, sameWords: asked.hashes },
      })
      return redirectTo(url.pathname + url.search, { flash: 'proposals_consent_recorded' })
    })
  throw new DomainError('invalid', 'stages_form_unknown')
})

/** Whoever is told that something changed meanwhile sees it as it is now; what she typed stays. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function MeetingPage() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { code, company, openingId, openingTitle, candidateId, refusal, asked, meeting } = view
  const resultOf = (intent: string) => resultFor(answer, intent)
  return (
    <div className="form-page stack">
      <Breadcrumbs
        items={[
          { to: `/lavoro/opportunita/${openingId}`, label: openingTitle },
          { to: `/lavoro/opportunita/${openingId}/proposta/${candidateId}`, label: code },
          { label: m.stages_meeting() },
        ]}
      />
      <PageHeader
        title={m.stages_meeting_title({ code })}
        lead={m.stages_lead({ company, opening: openingTitle })}
      />
      {meeting ? <Standing meeting={meeting} view={view} resultOf={resultOf} /> : null}
      {refusal ? (
        <Notice tone="info" title={m.stages_not_yet_title()}>
          {refusal}
        </Notice>
      ) : (
        <Steps
          former={asked.consent?.decision === 'given' ? meeting : null}
          open={answer !== undefined || view.choosing}
        >
          <Names names={view.names} candidateId={candidateId} />
          <ConsentForm
            constraint={view.constraints.consent}
            formKey={view.formKey}
            text={asked.words}
            consent={asked.consent}
            seen={asked.seen}
            labels={{
              title: m.stages_meeting_consent(),
              given: m.stages_meeting_given(),
              refused: m.stages_meeting_refused(),
            }}
            lastResult={resultOf('consent')}
          />
          <ArrangeForm view={view} lastResult={resultOf('arrange')} />
        </Steps>
      )}
    </div>
  )
}

type StepsProps = { former: MeetingView['meeting']; open: boolean; children: ReactNode }

/** What leads to a meeting, step by step; folded away once one stands, for whoever moves it. */
function Steps({ former, open, children }: StepsProps) {
  if (!former) return children
  return (
    <Disclosure
      summary={former.ahead ? m.stages_arrange_again() : m.stages_arrange_another()}
      open={open || undefined}
    >
      <div className="stack">{children}</div>
    </Disclosure>
  )
}

/** The name that the company is told, and the other one beside it. */
function Names({ names, candidateId }: Pick<MeetingView, 'names' | 'candidateId'>) {
  return (
    <Card as="section" title={m.stages_name_title()}>
      <p>{m.stages_name_hint()}</p>
      <ul className="chip-row">
        {names.map(({ name, label, on }) => (
          <li key={name}>
            <Link
              to={`?nome=${name}`}
              preventScrollReset
              className="chip"
              aria-current={on ? 'true' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
      {names.length < 2 ? (
        <p className="mt-2 mb-0">
          <Link to={`/lavoro/persone/${candidateId}/dati`}>{m.stages_name_no_alias()}</Link>
        </p>
      ) : null}
    </Card>
  )
}
