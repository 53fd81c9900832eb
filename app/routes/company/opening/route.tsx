import type { MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { localDate } from '#app/domain/calendar/rome.ts'
import { internshipAdvice } from '#app/domain/openings/internship-rules.ts'
import { labelOpening } from '#app/domain/openings/label-opening.server.ts'
import { loadOpening } from '#app/domain/openings/load-opening.server.ts'
import { isEditable } from '#app/domain/openings/states.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { now } from '#app/platform/clock.server.ts'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { kindLabels } from '#app/ui/openings/opening-words.ts'
import { OpeningStateTag } from '#app/ui/openings/OpeningStateTag.tsx'
import { OpeningSummary } from '#app/ui/openings/OpeningSummary.tsx'
import { stepTitles } from '#app/ui/openings/step-titles.ts'
import { VerificationNotice } from '#app/ui/openings/VerificationNotice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { text } from '#app/web/text.server.ts'
import { AdviceNotices } from './AdviceNotices.tsx'
import { GapsNotice } from './GapsNotice.tsx'
import { NextUp } from './NextUp.tsx'
import { OpeningActions } from './OpeningActions.tsx'
import { runOpeningAction } from './run-opening-action.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.opening.title ?? m.openings_mine()} · Passaparola` },
]

export const loader = defineLoader(['hr_contact'], async ({ tx, id, info }) => {
  const opening = await loadOpening(tx, id<OpeningId>('id'))
  const keys = ['post', 'pause', 'resume', 'close', 'duplicate', 'discard'] as const
  return {
    opening,
    labels: labelOpening(opening, info.locale),
    gaps: opening.gaps.map(({ step, field, reason }) => ({ step, field, message: text(reason) })),
    closeReason: opening.closeReason ? text(`openings_close_${opening.closeReason}`) : null,
    advice: internshipAdvice(opening, localDate(now())),
    formKeys: Object.fromEntries(keys.map((key) => [key, newFormKey()])) as Record<
      (typeof keys)[number],
      string
    >,
  }
})

export const action = defineAction(['hr_contact'], runOpeningAction)

/** Whoever is told that somebody else changed it sees it as it is now, and can go on from there. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function OpeningPage() {
  const { opening, labels, gaps, advice, closeReason, formKeys } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const problem = answer
    ? Object.values(answer.result.error ?? {})
        .flat()
        .find((line) => typeof line === 'string')
    : null
  const { state, title } = opening
  const page = `/azienda/opportunita/${opening.id}`
  return (
    <>
      <Breadcrumbs items={[{ to: '/azienda/opportunita', label: m.openings_mine() }, { label: title }]} />
      <PageHeader
        eyebrow={opening.kind ? kindLabels[opening.kind]() : undefined}
        title={title}
        lead={state === 'draft' ? m.openings_draft_lead() : undefined}
        actions={<OpeningStateTag state={state} />}
      />
      {problem ? (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      ) : null}
      {isEditable(state) ? <GapsNotice gaps={gaps} page={page} draft={state === 'draft'} /> : null}
      <AdviceNotices advice={advice} />
      {state === 'open' || state === 'paused' ? (
        <VerificationNotice verification={opening.companyVerification} />
      ) : null}
      <NextUp opening={opening} closeReason={closeReason} />
      <div className="row">
        <div className="col-lg-8">
          <OpeningSummary
            opening={opening}
            labels={labels}
            aside={(step) =>
              isEditable(state) ? (
                <ButtonLink to={`${page}/passo/${step}`} variant="quiet" size="sm">
                  {m.openings_edit()}
                  <span className="visually-hidden"> {stepTitles[step]()}</span>
                </ButtonLink>
              ) : null
            }
          />
        </div>
        <aside className="col-lg-4">
          <OpeningActions
            state={state}
            version={opening.version}
            complete={gaps.length === 0}
            firstGap={gaps[0] ? `${page}/passo/${gaps[0].step}` : null}
            formKeys={formKeys}
          />
        </aside>
      </div>
    </>
  )
}
