import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { cancelPlacementSchema } from '#app/domain/placements/cancel-placement.schema.server.ts'
import { cancelPlacement } from '#app/domain/placements/cancel-placement.server.ts'
import { endPlacementSchema } from '#app/domain/placements/end-placement.schema.server.ts'
import { endPlacement } from '#app/domain/placements/end-placement.server.ts'
import { recordHireTalk } from '#app/domain/placements/record-hire-talk.server.ts'
import { recordPlacementSchema } from '#app/domain/placements/record-placement.schema.server.ts'
import { recordPlacement } from '#app/domain/placements/record-placement.server.ts'
import {
  recordReportSchema,
  withdrawReportSchema,
} from '#app/domain/placements/record-report.schema.server.ts'
import { recordReport, withdrawReport } from '#app/domain/placements/record-report.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { CardId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { CancelForm } from './CancelForm.tsx'
import { EndForm } from './EndForm.tsx'
import { HireTalk } from './HireTalk.tsx'
import { PlacementFacts } from './PlacementFacts.tsx'
import { placementView } from './placement-view.server.ts'
import { Reports } from './Reports.tsx'
import { StartForm } from './StartForm.tsx'

export const meta: MetaFunction = () => [{ title: `${m.relationship_placement()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], placementView)

export const action = defineAction(['case_manager'], async ({ tx, form, intent, id, url }) => {
  const cardId = id<CardId>('cardId')
  if (intent === 'start')
    return answerForm({ form, schema: recordPlacementSchema, intent }, async (input) => {
      await recordPlacement(tx, cardId, input)
      return redirectTo(url.pathname, { flash: 'relationship_placement_recorded' })
    })
  if (intent === 'end')
    return answerForm({ form, schema: endPlacementSchema, intent }, async (input) => {
      await endPlacement(tx, cardId, input)
      return redirectTo(url.pathname, { flash: 'relationship_placement_ended' })
    })
  if (intent === 'hire_talk') {
    await recordHireTalk(tx, cardId)
    return redirectTo(url.pathname, { flash: 'planned_hire_talk_saved' })
  }
  if (intent === 'report')
    return answerForm({ form, schema: recordReportSchema, intent }, async (input) => {
      await recordReport(tx, cardId, input)
      return redirectTo(url.pathname, { flash: 'relationship_report_recorded' })
    })
  if (intent === 'withdraw')
    return answerForm({ form, schema: withdrawReportSchema, intent }, async ({ event }) => {
      await withdrawReport(tx, cardId, event)
      return redirectTo(url.pathname, { flash: 'relationship_report_withdrawn' })
    })
  if (intent === 'cancel')
    return answerForm({ form, schema: cancelPlacementSchema, intent }, async () => {
      await cancelPlacement(tx, cardId)
      return redirectTo(url.pathname, { flash: 'relationship_placement_cancelled' })
    })
  throw new DomainError('invalid', 'relationship_form_unknown')
})

/** Whoever is told that something changed meanwhile sees it as it is now; what she typed stays. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function PlacementPage() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { code, company, opening, placement, welcomed } = view
  const resultOf = (intent: string) => resultFor(answer, intent)
  return (
    <div className="form-page stack">
      <Breadcrumbs
        items={[
          { to: '/lavoro/aziende', label: m.relationship_companies() },
          { to: `/lavoro/aziende/${company.id}`, label: company.name },
          { label: m.relationship_placement() },
        ]}
      />
      <PageHeader
        title={m.relationship_placement_title({ code })}
        lead={m.relationship_placement_lead({ opening: opening.title, company: company.name })}
      />
      {placement ? <PlacementFacts placement={placement} /> : null}
      {placement?.agreed ? <CancelForm formKey={view.formKey} lastResult={resultOf('cancel')} /> : null}
      {placement?.state === 'active' && !placement.agreed && placement.kind === 'internship' ? (
        <HireTalk held={placement.hireTalkAt} formKey={view.talkKey} />
      ) : null}
      {placement && !placement.agreed ? (
        <Reports
          // What was recorded is no longer what is chosen.
          key={placement.reports.length}
          {...{ placement, view }}
          lastResult={resultOf('report')}
          withdrawn={resultOf('withdraw')?.error?.['']?.[0]}
        />
      ) : null}
      {placement?.state === 'active' && !placement.agreed ? (
        <EndForm view={view} kind={placement.kind} lastResult={resultOf('end')} />
      ) : null}
      {!placement && welcomed ? <StartForm view={view} lastResult={resultOf('start')} /> : null}
      {!placement && !welcomed ? (
        <Notice tone="info" title={m.relationship_placement_not_welcomed_title()}>
          {m.relationship_placement_wait()}
        </Notice>
      ) : null}
    </div>
  )
}
