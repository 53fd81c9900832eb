import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { listNetworkStories } from '#app/domain/stories/list-stories.server.ts'
import { storyStates, type StoryState } from '#app/domain/stories/states.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { StoryTable } from '#app/ui/stories/StoryTable.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { pageNumber, pagesOf } from '#app/web/page-number.ts'

export const meta: MetaFunction = () => [{ title: `${m.stories_desk_title()} · Passaparola` }]

const PER_PAGE = 25

export const loader = defineLoader(['case_manager'], async ({ tx, url }) => {
  const page = pageNumber(url)
  const state = storyStates.find((known) => known === url.searchParams.get('stato')) ?? null
  const { stories, total } = await listNetworkStories(tx, state, { page, perPage: PER_PAGE })
  return { page, pages: pagesOf(total, PER_PAGE), state, stories }
})

const tabLabels: Record<StoryState, () => string> = {
  draft: m.stories_tab_draft,
  awaiting_company: m.stories_tab_awaiting_company,
  submitted: m.stories_tab_submitted,
  published: m.stories_tab_published,
  withdrawn: m.stories_tab_withdrawn,
}

export default function DeskStories() {
  const { page, pages, state, stories } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <div className="stack">
      <PageHeader
        title={m.stories_desk_title()}
        lead={m.stories_desk_lead()}
        actions={
          <ButtonLink to="/lavoro/aziende?di=all&ordina=score" variant="secondary" icon="building">
            {m.stories_desk_choose_company()}
          </ButtonLink>
        }
      />
      <TabLinks
        label={m.stories_filter_state()}
        current={state ?? 'all'}
        tabs={[
          { key: 'all', to: '?', label: m.stories_all() },
          ...storyStates.map((key) => ({ key, to: `?stato=${key}`, label: tabLabels[key]() })),
        ]}
      />
      {stories.length > 0 ? (
        <StoryTable caption={m.stories_desk_title()} base="/lavoro/storie" stories={stories} />
      ) : (
        <EmptyState
          icon="book"
          title={m.stories_desk_none_title()}
          text={m.stories_desk_none()}
          action={<ButtonLink to="/lavoro/aziende">{m.stories_desk_go_companies()}</ButtonLink>}
        />
      )}
      <Pagination page={page} pages={pages} search={search} />
    </div>
  )
}
