import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { listReceivedCards } from '#app/domain/openings/list-received-cards.server.ts'
import { loadOwnCompany } from '#app/domain/openings/load-own-company.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { ReceivedCardList } from '#app/ui/openings/ReceivedCardList.tsx'
import { VerificationNotice } from '#app/ui/openings/VerificationNotice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { cardLines } from '#app/web/company-lines.server.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { hrOf } from '#app/web/hr-actor.server.ts'
import { pageNumber, pagesOf } from '#app/web/page-number.ts'

export const meta: MetaFunction = () => [{ title: `${m.company_cards()} · Passaparola` }]

const PER_PAGE = 20

export const loader = defineLoader(['hr_contact'], async ({ tx, actor, url }) => {
  const { companyId, contactId } = hrOf(actor)
  const page = pageNumber(url)
  const { verification } = await loadOwnCompany(tx, companyId)
  const { cards, total } = await listReceivedCards(tx, {
    companyId,
    states: ['sent', 'answered', 'expired', 'withdrawn'],
    page,
    perPage: PER_PAGE,
  })
  return { verification, page, pages: pagesOf(total, PER_PAGE), cards: cardLines(cards, contactId) }
})

export default function CardsPage() {
  const { verification, page, pages, cards } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <div className="stack">
      <PageHeader title={m.company_cards()} lead={m.company_cards_lead()} />
      <VerificationNotice verification={verification} />
      {cards.length > 0 ? (
        <ReceivedCardList cards={cards} />
      ) : (
        <EmptyState
          icon="inbox"
          title={m.company_cards_empty_title()}
          text={verification === 'verified' ? m.company_cards_none() : m.company_cards_not_yet()}
        />
      )}
      <Pagination page={page} pages={pages} search={search} />
    </div>
  )
}
