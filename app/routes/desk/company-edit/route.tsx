import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { StageForm } from '#app/ui/company/StageForm.tsx'
import { StandingForm } from '#app/ui/company/StandingForm.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import { actOnCompany } from '#app/web/company/company-actions.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { AccessRequests } from './AccessRequests.tsx'
import { Contacts } from './Contacts.tsx'
import { editView } from './edit-view.server.ts'
import { FactsForm } from './FactsForm.tsx'
import { Groups } from './Groups.tsx'
import { Referral } from './Referral.tsx'
import { tabs, type Tab } from './tabs.ts'

export const meta: MetaFunction = () => [{ title: `${m.relationship_manage()} · Passaparola` }]

// Often several changes in a row; the others are seen best on the company's page.
const STAYS = [
  ...['facts', 'contact_add', 'contact_edit', 'contact_admit', 'contact_decline'],
  ...['group_join', 'group_leave'],
]

export const loader = defineLoader(['case_manager'], (call) => editView(call, call.id<CompanyId>('id')))

export const action = defineAction(['case_manager'], (call) => {
  const companyId = call.id<CompanyId>('id')
  const back = STAYS.includes(call.intent)
    ? `${call.url.pathname}${call.url.search}`
    : `/lavoro/aziende/${companyId}`
  return actOnCompany(call, companyId, back)
})

/** Whoever is told that something changed meanwhile sees it as it is now; what she typed stays. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

const labels: Record<Tab, () => string> = {
  dati: m.relationship_tab_facts,
  referenti: m.relationship_tab_contacts,
  livello: m.relationship_tab_stage,
  passaparola: m.relationship_tab_referral,
  gruppi: m.groups_tab,
}

export default function ManageCompany() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { tab, company, formKey, tomorrow } = view
  const resultOf = (intent: string) => resultFor(answer, intent)
  return (
    <div className="form-page stack">
      <Breadcrumbs
        items={[
          { to: '/lavoro/aziende', label: m.relationship_companies() },
          { to: `/lavoro/aziende/${company.id}`, label: company.name },
          { label: m.relationship_manage() },
        ]}
      />
      <PageHeader eyebrow={company.name} title={m.relationship_manage()} />
      <TabLinks
        label={m.relationship_manage()}
        current={tab}
        tabs={tabs.map((key) => ({ key, to: `?tab=${key}`, label: labels[key]() }))}
      />
      {tab === 'dati' ? <FactsForm key={company.version} view={view} lastResult={resultOf('facts')} /> : null}
      {tab === 'referenti' ? (
        <>
          <AccessRequests
            view={view}
            admitted={resultOf('contact_admit')}
            declined={resultOf('contact_decline')}
          />
          <Contacts view={view} added={resultOf('contact_add')} edited={resultOf('contact_edit')} />
        </>
      ) : null}
      {tab === 'livello' ? (
        <>
          <StandingForm
            standing={company.standing}
            by="case_manager"
            tomorrow={tomorrow}
            formKey={`${formKey}-standing`}
            lastResult={resultOf('standing')}
          />
          <StageForm stage={company.stage} formKey={`${formKey}-stage`} lastResult={resultOf('stage')} />
        </>
      ) : null}
      {tab === 'passaparola' ? <Referral view={view} lastResult={resultOf('referral')} /> : null}
      {tab === 'gruppi' ? <Groups view={view} lastResult={resultOf('group_join')} /> : null}
    </div>
  )
}
