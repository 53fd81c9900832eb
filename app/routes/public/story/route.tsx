import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { photoOf } from '#app/domain/files/story-photo.server.ts'
import { readPublishedStory } from '#app/domain/stories/read-published-story.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { StoryPhoto } from '#app/ui/files/StoryPhoto.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { StoryText } from '#app/ui/stories/StoryText.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { storyFacts } from '#app/web/describe-story.server.ts'
import { formatDate } from '#app/web/format.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.story.title ?? m.public_stories_title()} · Passaparola` },
  { name: 'description', content: data?.story.result.slice(0, 160) ?? '' },
]

export const loader = defineLoader('everyone', async ({ tx, params, info }) => {
  const found = await readPublishedStory(tx, params.slug ?? '')
  const { id, publishedAt, sector, sizeBand, placeCode, ...story } = found
  return {
    ...{ id, story, photo: await photoOf(tx, id) },
    facts: storyFacts({ sector, sizeBand, placeCode }, info.locale),
    date: publishedAt ? formatDate(publishedAt) : null,
  }
})

export default function StoryPage() {
  const { id, story, photo, facts, date } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumbs items={[{ to: '/storie', label: m.public_stories_title() }, { label: story.title }]} />
      <article className="story">
        <PageHeader eyebrow={story.companyName} title={story.title} lead={facts} />
        {photo ? <StoryPhoto storyId={id} photo={photo} /> : null}
        <StoryText {...story} />
        {date ? <p className="muted small">{m.stories_published_on({ date })}</p> : null}
      </article>
      <Card
        as="section"
        tone="accent"
        className="no-print mt-5"
        title={m.public_story_same_title()}
        actions={
          <>
            <ButtonLink to="/iscrizione">{m.public_home_sign_up()}</ButtonLink>
            <ButtonLink to="/storie" variant="quiet">
              {m.public_story_more()}
            </ButtonLink>
          </>
        }
      >
        <p>{m.public_story_same()}</p>
      </Card>
    </>
  )
}
