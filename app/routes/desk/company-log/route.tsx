import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { companyToManage } from '#app/domain/companies/company-to-manage.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { LogForm } from '#app/ui/company/LogForm.tsx'
import { RecentContacts } from '#app/ui/company/RecentContacts.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { actOnCompany } from '#app/web/company/company-actions.server.ts'
import { logFormData } from '#app/web/company/load-company.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.relationship_log_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async ({ tx, id }) => {
  const companyId = id<CompanyId>('id')
  const { name, contacts } = await companyToManage(tx, companyId)
  return {
    ...{ companyId, name },
    contacts: contacts.map(({ id, name, active }) => ({ id, name, active })),
    ...(await logFormData(tx, companyId)),
  }
})

export const action = defineAction(['case_manager'], (call) => {
  const companyId = call.id<CompanyId>('id')
  return actOnCompany(call, companyId, `/lavoro/aziende/${companyId}`)
})

export default function LogContact() {
  const { companyId, name, contacts, constraint, today, recent, logKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="form-page">
      <Breadcrumbs
        items={[
          { to: '/lavoro/aziende', label: m.relationship_companies() },
          { to: `/lavoro/aziende/${companyId}`, label: name },
          { label: m.relationship_log_title() },
        ]}
      />
      <PageHeader eyebrow={name} title={m.relationship_log_title()} lead={m.relationship_log_lead()} />
      <RecentContacts lines={recent} />
      <LogForm
        constraint={constraint}
        lastResult={answer?.result}
        contacts={contacts}
        today={today}
        formKey={logKey}
        layout="cards"
      />
    </div>
  )
}
