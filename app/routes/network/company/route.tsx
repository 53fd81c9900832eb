import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation, type ShouldRevalidateFunction } from '@remix-run/react'
import {
  confirmIncidentSchema,
  withdrawIncidentSchema,
} from '#app/domain/companies/confirm-incident.schema.server.ts'
import {
  confirmIncident,
  incidentsOf,
  withdrawIncident,
} from '#app/domain/companies/confirm-incident.server.ts'
import { plannedOf } from '#app/domain/follow-ups/planned-of.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Card } from '#app/ui/Card.tsx'
import { CompanyBody } from '#app/ui/company/CompanyBody.tsx'
import { CompanyHeader } from '#app/ui/company/CompanyHeader.tsx'
import { LogForm } from '#app/ui/company/LogForm.tsx'
import { RecentContacts } from '#app/ui/company/RecentContacts.tsx'
import { StageForm } from '#app/ui/company/StageForm.tsx'
import { StandingForm } from '#app/ui/company/StandingForm.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { LeadForm } from '#app/ui/handover/LeadForm.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { actOnCompany } from '#app/web/company/company-actions.server.ts'
import { loadCompany } from '#app/web/company/load-company.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { plannedView } from '#app/web/planned/planned-view.server.ts'
import { weekOf } from '#app/web/week-of.server.ts'
import { Incidents } from './Incidents.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.company.name ?? m.relationship_companies()} · Passaparola` },
]

export const loader = defineLoader(['coordinator'], async (call) => ({
  ...(await loadCompany(call, call.id<CompanyId>('id'))),
  incidents: (await incidentsOf(call.tx, call.id<CompanyId>('id'))).map(({ at, ...incident }) => ({
    ...incident,
    date: weekOf(at),
  })),
  incidentKey: newFormKey(),
  planned: plannedView(await plannedOf(call.tx, { companyId: call.id<CompanyId>('id') }), '/rete/aziende'),
}))

export const action = defineAction(['coordinator'], (call) => {
  const { tx, form, intent, url } = call
  const companyId = call.id<CompanyId>('id')
  if (intent === 'incident')
    return answerForm({ form, schema: confirmIncidentSchema, intent }, async (input) => {
      await confirmIncident(tx, companyId, input)
      return redirectTo(url.pathname, { flash: 'relationship_report_recorded' })
    })
  if (intent === 'incident_withdraw')
    return answerForm({ form, schema: withdrawIncidentSchema, intent }, async ({ event }) => {
      await withdrawIncident(tx, companyId, event)
      return redirectTo(url.pathname, { flash: 'relationship_report_withdrawn' })
    })
  return actOnCompany(call, companyId, url.pathname)
})

/** Whoever is told that something changed meanwhile sees it as it is now; what she typed stays. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function NetworkCompany() {
  const { company, lead, timeline, log, planned, tomorrow, keys, incidents, incidentKey } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { search } = useLocation()
  const resultOf = (intent: string) => resultFor(answer, intent)
  return (
    <>
      <Breadcrumbs
        items={[{ to: '/rete/aziende', label: m.relationship_companies() }, { label: company.name }]}
      />
      <CompanyHeader company={company} />
      <RecentContacts lines={log.recent} />
      <CompanyBody
        company={company}
        planned={planned}
        timeline={timeline}
        search={search}
        takenBack={resultOf('take_back')}
        path="/rete/aziende"
        forms={
          <>
            <Card as="section" title={m.relationship_log()}>
              <LogForm
                constraint={log.constraint}
                lastResult={resultOf('log')}
                contacts={company.contacts}
                today={log.today}
                formKey={log.logKey}
                seenAt={log.seenAt}
              />
            </Card>
            <LeadForm key={lead?.from} lead={lead} lastResult={resultOf('lead')} />
            <Card as="section">
              <Disclosure
                summary={m.relationship_tab_stage()}
                open={Boolean(resultOf('standing') ?? resultOf('stage')) || undefined}
              >
                <div className="stack">
                  <StandingForm
                    key={company.standing}
                    standing={company.standing}
                    by="coordinator"
                    tomorrow={tomorrow}
                    formKey={keys.standing}
                    lastResult={resultOf('standing')}
                  />
                  <StageForm
                    key={company.stage}
                    stage={company.stage}
                    formKey={keys.stage}
                    lastResult={resultOf('stage')}
                  />
                </div>
              </Disclosure>
            </Card>
            <Card as="section">
              <Disclosure
                summary={m.relationship_incidents_title()}
                open={Boolean(resultOf('incident') ?? resultOf('incident_withdraw')) || undefined}
              >
                <Incidents
                  key={incidents.length}
                  confirmed={incidents}
                  today={log.today}
                  formKey={incidentKey}
                  lastResult={resultOf('incident')}
                  refused={resultOf('incident_withdraw')?.error?.['']?.[0]}
                />
              </Disclosure>
            </Card>
          </>
        }
      />
    </>
  )
}
