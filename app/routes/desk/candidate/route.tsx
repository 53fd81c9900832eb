import type { MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { saveNotesSchema } from '#app/domain/candidates/save-notes.schema.server.ts'
import { saveNotes } from '#app/domain/candidates/save-notes.server.ts'
import { setExclusionsSchema } from '#app/domain/candidates/set-exclusions.schema.server.ts'
import { setExclusions } from '#app/domain/candidates/set-exclusions.server.ts'
import { matchingConsentSchema } from '#app/domain/consent/record-consent.schema.server.ts'
import { recordConsent } from '#app/domain/consent/record-consent.server.ts'
import { placeChoices } from '#app/domain/openings/place-choice.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { ownRequestSchema } from '#app/domain/visits/own-answer.schema.server.ts'
import { matchingWords } from '#app/domain/visits/consent-words.ts'
import { settleRequest } from '#app/domain/visits/requests-of-people.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { ButtonLink } from '#app/ui/Button.tsx'
import { CandidateStateTag } from '#app/ui/matching/CandidateStateTag.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { AvoidedForm } from './AvoidedForm.tsx'
import { ConsentCard } from './ConsentCard.tsx'
import { fileView, personOf } from './file-view.server.ts'
import { FittingOpenings } from './FittingOpenings.tsx'
import { HerData } from './HerData.tsx'
import { NearOpenings } from './NearOpenings.tsx'
import { NotesForm } from './NotesForm.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { PlanSteps } from './PlanSteps.tsx'
import { ProfileFacts } from './ProfileFacts.tsx'
import { Requests } from './Requests.tsx'
import { SentProposals } from './SentProposals.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view.code ?? m.desk_people()} · Passaparola` },
]

export const loader = defineLoader(['case_manager'], async (call) => ({
  view: await fileView(call.tx, call),
  placeNames: placeChoices,
  keys: { consent: newFormKey(), avoided: newFormKey(), notes: newFormKey(), requests: newFormKey() },
}))

export const action = defineAction(['case_manager'], async (call) => {
  const { tx, form, intent, url } = call
  const person = personOf(call)
  const done = (flash: string) => redirectTo(url.pathname, { flash })
  switch (intent) {
    case 'consent':
      return answerForm({ form, schema: matchingConsentSchema, intent }, async (input) => {
        const textShown = matchingWords(call.info.locale)
        const asked = { purpose: 'matching', subjectId: null, textShown } as const
        await recordConsent(tx, { ...person, ...input, ...asked })
        return done('desk_consent_recorded')
      })
    case 'avoided':
      return answerForm({ form, schema: setExclusionsSchema, intent }, async (input) => {
        await setExclusions(tx, person, input)
        return done('desk_avoid_saved')
      })
    case 'notes':
      return answerForm({ form, schema: saveNotesSchema, intent }, async (input) => {
        await saveNotes(tx, person, input)
        return done('desk_notes_saved')
      })
    case 'request':
      return answerForm({ form, schema: ownRequestSchema, intent }, async ({ kind }) => {
        await settleRequest(tx, person, kind)
        return done('visits_request_recorded')
      })
    default:
      throw new DomainError('invalid', 'invalid')
  }
})

/** Whoever is told that somebody else saved needs the newest version, or could never save at all. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function PersonPage() {
  const { view, placeNames, keys } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const resultOf = (intent: string) =>
    answer && 'intent' in answer && answer.intent === intent ? answer.result : undefined
  const { candidateId, code, state, version, matchable, profile } = view
  const profilePage = `/lavoro/persone/${candidateId}/profilo`
  return (
    <>
      <Breadcrumbs items={[{ to: '/lavoro/persone', label: m.desk_people() }, { label: code }]} />
      <PageHeader
        eyebrow={code}
        title={[view.firstName, view.lastName].join(' ')}
        lead={[profile.profession, profile.place].join(' · ')}
        actions={
          <>
            <CandidateStateTag state={state} matchable={matchable} />
            <ButtonLink to={profilePage} variant="secondary">
              {m.desk_profile_edit()}
            </ButtonLink>
          </>
        }
      />
      {view.glass.map(({ id, text }) => (
        <Notice key={id} tone="warn" title={m.glass_of_person_title()}>
          {text}
        </Notice>
      ))}
      {profile.complete ? null : (
        <Notice tone="warn" title={m.desk_profile_incomplete_title()}>
          {m.desk_profile_incomplete()}
        </Notice>
      )}
      <div className="row">
        <div className="col-lg-8 stack">
          <FittingOpenings view={view} />
          {matchable ? (
            <>
              <PlanSteps steps={view.openings.plan} />
              <NearOpenings groups={view.openings.near} />
            </>
          ) : null}
          <SentProposals proposals={view.proposals} candidateId={candidateId} />
          <ProfileFacts profile={profile} />
        </div>
        <div className="col-lg-4 stack">
          <Requests
            requests={view.requests}
            candidateId={candidateId}
            followed={view.followed}
            formKey={keys.requests}
          />
          {/* What was saved is a new form: the answer to the former one is history. */}
          <ConsentCard
            key={view.consent?.id}
            pages={`/lavoro/persone/${candidateId}/pagine`}
            text={view.consentText}
            consent={view.consent}
            formKey={keys.consent}
            lastResult={resultOf('consent')}
          />
          <PersonFacts view={view} />
          {view.followed ? <HerData candidateId={candidateId} /> : null}
          <AvoidedForm
            key={`avoided${version}`}
            view={view}
            placeNames={placeNames}
            formKey={keys.avoided}
            lastResult={resultOf('avoided')}
          />
          <NotesForm
            key={`notes${view.notes}`}
            notes={view.notes}
            version={version}
            formKey={keys.notes}
            lastResult={resultOf('notes')}
          />
        </div>
      </div>
    </>
  )
}
