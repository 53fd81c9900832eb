import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { listOpeningsOfCompany } from '#app/domain/openings/list-openings-of-company.server.ts'
import { loadOwnCompany } from '#app/domain/openings/load-own-company.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { OwnOpeningList } from '#app/ui/openings/OwnOpeningList.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { openingLines } from '#app/web/company-lines.server.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { hrOf } from '#app/web/hr-actor.server.ts'
import { pageNumber, pagesOf } from '#app/web/page-number.ts'

export const meta: MetaFunction = () => [{ title: `${m.openings_mine()} · Passaparola` }]

const PER_PAGE = 20

export const loader = defineLoader(['hr_contact'], async ({ tx, actor, url, info }) => {
  const { companyId } = hrOf(actor)
  const closed = url.searchParams.get('stato') === 'chiuse'
  const page = pageNumber(url)
  const { verification } = await loadOwnCompany(tx, companyId)
  const { openings, total } = await listOpeningsOfCompany(tx, {
    companyId,
    states: closed ? ['closed'] : ['open', 'draft', 'paused'],
    page,
    perPage: PER_PAGE,
  })
  return {
    ...{ closed, page, verification },
    pages: pagesOf(total, PER_PAGE),
    openings: openingLines(openings, info.locale),
  }
})

export default function OpeningsPage() {
  const { closed, page, pages, openings, verification } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <div className="stack">
      <PageHeader
        title={m.openings_mine()}
        actions={
          <ButtonLink to="/azienda/opportunita/nuova" icon="plus">
            {m.openings_new()}
          </ButtonLink>
        }
      />
      <nav className="button-row" aria-label={m.openings_filter_state()}>
        <Link className="chip" to="?" aria-current={closed ? undefined : 'true'}>
          {m.openings_current()}
        </Link>
        <Link className="chip" to="?stato=chiuse" aria-current={closed ? 'true' : undefined}>
          {m.openings_past()}
        </Link>
      </nav>
      {openings.length > 0 ? (
        <OwnOpeningList openings={openings} verification={verification} level={2} />
      ) : (
        <EmptyState
          icon="briefcase"
          title={closed ? m.openings_none_closed_title() : m.openings_none_title()}
          text={closed ? m.openings_none_closed() : m.openings_none()}
        />
      )}
      <Pagination page={page} pages={pages} search={search} />
    </div>
  )
}
