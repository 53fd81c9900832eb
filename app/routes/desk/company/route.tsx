import type { MetaFunction } from '@remix-run/node'
import {
  Link,
  useActionData,
  useLoaderData,
  useLocation,
  type ShouldRevalidateFunction,
} from '@remix-run/react'
import { plannedOf } from '#app/domain/follow-ups/planned-of.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { CompanyBody } from '#app/ui/company/CompanyBody.tsx'
import { CompanyHeader } from '#app/ui/company/CompanyHeader.tsx'
import { LogForm } from '#app/ui/company/LogForm.tsx'
import { RecentContacts } from '#app/ui/company/RecentContacts.tsx'
import { TaskForm } from '#app/ui/company/TaskForm.tsx'
import { LeadForm } from '#app/ui/handover/LeadForm.tsx'
import { actOnCompany } from '#app/web/company/company-actions.server.ts'
import { loadCompany } from '#app/web/company/load-company.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { plannedView } from '#app/web/planned/planned-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.company.name ?? m.relationship_companies()} · Passaparola` },
]

export const loader = defineLoader(['case_manager'], async (call) => ({
  ...(await loadCompany(call, call.id<CompanyId>('id'))),
  planned: plannedView(await plannedOf(call.tx, { companyId: call.id<CompanyId>('id') }), '/lavoro/aziende'),
}))

export const action = defineAction(['case_manager'], (call) =>
  actOnCompany(call, call.id<CompanyId>('id'), call.url.pathname),
)

/** Whoever is told that something changed meanwhile sees it as it is now; what she typed stays. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function DeskCompany() {
  const { company, lead, timeline, log, planned, keys } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { search } = useLocation()
  const path = `/lavoro/aziende/${company.id}`
  const resultOf = (intent: string) => resultFor(answer, intent)
  return (
    <>
      <Breadcrumbs
        items={[{ to: '/lavoro/aziende', label: m.relationship_companies() }, { label: company.name }]}
      />
      <CompanyHeader
        company={company}
        actions={
          <>
            <ButtonLink to={`${path}/contatto`} icon="phone">
              {m.relationship_log()}
            </ButtonLink>
            <ButtonLink to={`${path}/gestione`} variant="secondary" icon="gear">
              {m.relationship_page_edit()}
            </ButtonLink>
          </>
        }
      />
      <RecentContacts lines={log.recent} />
      <CompanyBody
        company={company}
        planned={planned}
        timeline={timeline}
        search={search}
        takenBack={resultOf('take_back')}
        path="/lavoro/aziende"
        openingLink={(id) => `/lavoro/opportunita/${id}`}
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
              <TaskForm
                today={log.today}
                formKey={keys.task}
                seenAt={log.seenAt}
                lastResult={resultOf('task')}
              />
            </Card>
            <LeadForm key={lead?.from} lead={lead} lastResult={resultOf('lead')} />
            <Card as="section" title={m.relationship_value()} tone="accent">
              <ul className="plain-list">
                <li>
                  <Link to={`/lavoro/storie/nuova?azienda=${company.id}`}>
                    {m.relationship_value_story()}
                  </Link>
                </li>
                <li>
                  <Link to={`${path}/testimonial`}>{m.relationship_value_testimonial()}</Link>
                </li>
                <li>
                  <Link to={`${path}/gestione?tab=passaparola`}>{m.relationship_referral_submit()}</Link>
                </li>
              </ul>
            </Card>
          </>
        }
      />
    </>
  )
}
