import type { MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { loadOpening } from '#app/domain/openings/load-opening.server.ts'
import { isEditable } from '#app/domain/openings/states.ts'
import { stepOf } from '#app/domain/openings/steps.ts'
import { DomainError, notFound } from '#app/domain/shared/errors.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { stepTitles } from '#app/ui/openings/step-titles.ts'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Stepper } from '#app/ui/Stepper.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { guidanceView } from './guidance-view.server.ts'
import { saveStep, type StepAnswer } from './save-step.server.ts'
import { StepConditions } from './StepConditions.tsx'
import { StepSkills } from './StepSkills.tsx'
import { stepView } from './step-view.server.ts'
import { StepWhat } from './StepWhat.tsx'
import { StepWhenWhere } from './StepWhenWhere.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data ? `${stepTitles[data.view.step]()} · ${data.title}` : m.openings_new_title()} · Passaparola`,
  },
]

export const loader = defineLoader(['hr_contact'], async ({ tx, id, params, info }) => {
  const step = stepOf(params.step) ?? notFound()
  const opening = await loadOpening(tx, id<OpeningId>('id'))
  if (!isEditable(opening.state)) throw new DomainError('conflict', 'openings_already_closed')
  return {
    id: opening.id,
    title: opening.title,
    draft: opening.state === 'draft',
    version: opening.version,
    formKey: newFormKey(),
    guidance: await guidanceView(tx, step),
    view: await stepView(tx, opening, step, info.locale),
  }
})

export const action = defineAction(['hr_contact'], async (call) =>
  saveStep(call, stepOf(call.params.step) ?? notFound()),
)

/** Whoever is told that somebody else saved needs the newest version, or could never save at all. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function OpeningStepPage() {
  const { id, title, draft, version, formKey, guidance, view } = useLoaderData<typeof loader>()
  const answer: StepAnswer | undefined = useActionData<typeof action>()
  const page = `/azienda/opportunita/${id}`
  // What was typed belongs to the version it was typed on, until she has been told of a newer one.
  const typed = answer?.stale ? undefined : answer?.result.initialValue?.version
  const frame = {
    ...{ formKey, draft, page },
    last: view.step === 4,
    version: typeof typed === 'string' ? typed : String(version),
  }
  return (
    <div className="form-page">
      <Breadcrumbs
        items={[
          { to: '/azienda/opportunita', label: m.openings_mine() },
          { to: page, label: title },
          { label: stepTitles[view.step]() },
        ]}
      />
      <PageHeader eyebrow={title} title={stepTitles[view.step]()} />
      {draft ? (
        <Stepper steps={Object.values(stepTitles).map((label) => label())} current={view.step} />
      ) : null}
      {view.step === 1 ? <StepWhat key={id} view={view} answer={answer} frame={frame} /> : null}
      {view.step === 2 ? (
        <StepSkills key={id} view={view} answer={answer} frame={frame} guidance={guidance} />
      ) : null}
      {view.step === 3 ? (
        <StepWhenWhere key={id} view={view} answer={answer} frame={frame} guidance={guidance} />
      ) : null}
      {view.step === 4 ? (
        <StepConditions key={id} view={view} answer={answer} frame={frame} guidance={guidance} />
      ) : null}
    </div>
  )
}
