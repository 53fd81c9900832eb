import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { sizeBands } from '#app/domain/companies/size-bands.ts'
import { listPublishedStories, storyFacets } from '#app/domain/stories/list-published-stories.server.ts'
import { provinces } from '#app/domain/places/places.server.ts'
import { sectors } from '#app/domain/taxonomy/sectors.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { StoryCard } from '#app/ui/stories/StoryCard.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { storyLines } from '#app/web/describe-story.server.ts'
import { pageNumber, pagesOf } from '#app/web/page-number.ts'
import { StoryFilter } from './StoryFilter.tsx'

export const meta: MetaFunction = () => [
  { title: `${m.public_stories_title()} · Passaparola` },
  { name: 'description', content: m.public_stories_lead() },
]

const PER_PAGE = 12

export const loader = defineLoader('everyone', async ({ tx, url, info: { locale } }) => {
  const facets = await storyFacets(tx)
  const asked = (name: string) => url.searchParams.get(name)
  const filter = {
    sector: facets.sectors.find((code) => code === asked('settore')) ?? null,
    size: facets.sizes.find((band) => band === asked('dimensione')) ?? null,
    province: facets.provinces.find((code) => code === asked('provincia')) ?? null,
  }
  const page = pageNumber(url)
  const { stories, total } = await listPublishedStories(tx, { ...filter, page, perPage: PER_PAGE })
  return {
    ...{ filter, page, total },
    pages: pagesOf(total, PER_PAGE),
    stories: storyLines(stories, locale),
    choices: {
      sectors: sectors
        .filter(({ code }) => facets.sectors.includes(code))
        .map(({ code, [locale]: label }) => ({ value: code as string, label })),
      sizes: sizeBands.filter((band) => facets.sizes.includes(band)),
      provinces: provinces
        .filter(({ code }) => facets.provinces.includes(code))
        .map(({ code, name }) => ({ value: code as string, label: name })),
    },
  }
})

export default function StoriesPage() {
  const { filter, page, pages, total, stories, choices } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const empty = choices.sectors.length === 0
  return (
    <div className="stack">
      <PageHeader title={m.public_stories_title()} lead={m.public_stories_lead()} />
      {empty ? (
        <EmptyState
          icon="book"
          title={m.public_stories_empty_title()}
          text={m.public_stories_empty()}
          action={<ButtonLink to="/iscrizione">{m.public_home_sign_up()}</ButtonLink>}
        />
      ) : (
        <>
          <StoryFilter filter={filter} {...choices} />
          <p role="status">{m.public_stories_count({ count: total })}</p>
          {stories.length > 0 ? (
            <ul className="card-grid">
              {stories.map((story) => (
                <StoryCard key={story.slug} story={story} level={2} />
              ))}
            </ul>
          ) : (
            <EmptyState icon="search" title={m.public_stories_none_title()} text={m.public_stories_none()} />
          )}
          <Pagination page={page} pages={pages} search={search} />
        </>
      )}
    </div>
  )
}
