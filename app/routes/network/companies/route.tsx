import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Portfolio } from '#app/ui/company/Portfolio.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { loadPortfolio } from '#app/web/company/load-portfolio.server.ts'
import { actOnPortfolio } from '#app/web/company/portfolio-actions.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { resultFor } from '#app/web/form-result.ts'

export const meta: MetaFunction = () => [{ title: `${m.relationship_companies()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], (call) => loadPortfolio(call, 'all'))

export const action = defineAction(['coordinator'], (call) => actOnPortfolio(call, 'all'))

export default function NetworkCompanies() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <PageHeader
        title={m.relationship_companies()}
        lead={m.relationship_companies_lead()}
        actions={
          <ButtonLink to="/rete/importa" variant="secondary" icon="file">
            {m.imports_title()}
          </ButtonLink>
        }
      />
      <Portfolio data={data} path="/rete/aziende" resultOf={(intent) => resultFor(answer, intent)} />
    </div>
  )
}
