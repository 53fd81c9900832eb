import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { listStoriesToReview, reviewedStates } from '#app/domain/stories/list-stories.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { StoryTable } from '#app/ui/stories/StoryTable.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { pageNumber, pagesOf } from '#app/web/page-number.ts'

export const meta: MetaFunction = () => [{ title: `${m.stories_review_title()} · Passaparola` }]

const PER_PAGE = 25

export const loader = defineLoader(['coordinator'], async ({ tx, url }) => {
  const page = pageNumber(url)
  const state = reviewedStates.find((known) => known === url.searchParams.get('stato')) ?? 'submitted'
  const { stories, total } = await listStoriesToReview(tx, state, { page, perPage: PER_PAGE })
  return { page, pages: pagesOf(total, PER_PAGE), state, stories }
})

export default function NetworkStories() {
  const { page, pages, state, stories } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <div className="stack">
      <PageHeader title={m.stories_review_title()} lead={m.stories_review_lead()} />
      <TabLinks
        label={m.stories_filter_state()}
        current={state}
        tabs={[
          { key: 'submitted', to: '?', label: m.stories_review_tab_submitted() },
          { key: 'published', to: '?stato=published', label: m.stories_review_tab_published() },
          { key: 'withdrawn', to: '?stato=withdrawn', label: m.stories_review_tab_withdrawn() },
        ]}
      />
      {stories.length > 0 ? (
        <StoryTable caption={m.stories_review_title()} base="/rete/storie" stories={stories} />
      ) : (
        <EmptyState icon="book" title={m.stories_review_none_title()} text={m.stories_review_none()} />
      )}
      <Pagination page={page} pages={pages} search={search} />
    </div>
  )
}
