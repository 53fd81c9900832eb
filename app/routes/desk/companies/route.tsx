import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { whoseOptions, type Whose } from '#app/domain/companies/portfolio.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { whoseLabels } from '#app/ui/company/company-words.ts'
import { portfolioQuery } from '#app/ui/company/portfolio-address.ts'
import { Portfolio } from '#app/ui/company/Portfolio.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import { loadPortfolio } from '#app/web/company/load-portfolio.server.ts'
import { actOnPortfolio } from '#app/web/company/portfolio-actions.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { resultFor } from '#app/web/form-result.ts'

export const meta: MetaFunction = () => [{ title: `${m.relationship_companies()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], (call) => loadPortfolio(call, 'mine'))

export const action = defineAction(['case_manager'], (call) => actOnPortfolio(call, 'mine'))

export default function DeskCompanies() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { shown } = data
  const tabs = whoseOptions.map((key) => ({
    key,
    to: `?${portfolioQuery({ ...shown, whose: key })}`,
    label: whoseLabels[key](),
  }))
  return (
    <div className="stack">
      <PageHeader
        title={m.relationship_companies()}
        lead={m.relationship_companies_lead()}
        actions={
          <>
            <ButtonLink to="/lavoro/importa" variant="secondary" icon="file">
              {m.imports_title()}
            </ButtonLink>
            <ButtonLink to="/lavoro/aziende/nuova" icon="plus">
              {m.relationship_new()}
            </ButtonLink>
          </>
        }
      />
      <TabLinks label={m.relationship_companies_of()} tabs={tabs} current={shown.whose} />
      <Portfolio
        data={data}
        path="/lavoro/aziende"
        resultOf={(intent) => resultFor(answer, intent)}
        empty={<NobodyYet whose={shown.whose} />}
      />
    </div>
  )
}

/** Whoever follows no company yet is shown where there are some. */
function NobodyYet({ whose }: { whose: Whose }) {
  if (whose === 'all')
    return <EmptyState icon="building" title={m.relationship_none_title()} text={m.relationship_none()} />
  return (
    <EmptyState
      icon="building"
      title={whose === 'mine' ? m.relationship_none_mine_title() : m.relationship_none_org_title()}
      text={m.relationship_none_mine()}
      action={
        <ButtonLink to="?di=all" variant="secondary">
          {m.relationship_none_mine_action()}
        </ButtonLink>
      }
    />
  )
}
