import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { listCompanyStories } from '#app/domain/stories/list-stories.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { StoryTable } from '#app/ui/stories/StoryTable.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { hrOf } from '#app/web/hr-actor.server.ts'
import { pageNumber, pagesOf } from '#app/web/page-number.ts'

export const meta: MetaFunction = () => [{ title: `${m.stories_mine()} · Passaparola` }]

const PER_PAGE = 20

export const loader = defineLoader(['hr_contact'], async ({ tx, actor, url }) => {
  const page = pageNumber(url)
  const { companyId } = hrOf(actor)
  const { stories, total } = await listCompanyStories(tx, companyId, { page, perPage: PER_PAGE })
  return { page, pages: pagesOf(total, PER_PAGE), stories }
})

export default function CompanyStories() {
  const { page, pages, stories } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const write = (
    <ButtonLink to="/azienda/storie/nuova" icon="plus">
      {m.stories_new()}
    </ButtonLink>
  )
  return (
    <div className="stack">
      <PageHeader
        title={m.stories_mine()}
        lead={m.stories_mine_lead()}
        actions={stories.length > 0 ? write : undefined}
      />
      {stories.length > 0 ? (
        <StoryTable caption={m.stories_mine()} base="/azienda/storie" stories={stories} own />
      ) : (
        <EmptyState
          icon="book"
          title={m.stories_mine_none_title()}
          text={m.stories_mine_none()}
          action={write}
        />
      )}
      <Pagination page={page} pages={pages} search={search} />
      <Card as="section" tone="quiet" title={m.testimonials_mine_title()} to="/azienda/testimonial">
        <p className="prose">{m.testimonials_mine_lead()}</p>
      </Card>
    </div>
  )
}
