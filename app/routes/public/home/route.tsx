import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPublishedStories, storyFacets } from '#app/domain/stories/list-published-stories.server.ts'
import { sectors } from '#app/domain/taxonomy/sectors.ts'
import { m } from '#app/locales/generated/messages.js'
import { defineLoader } from '#app/web/define.server.ts'
import { storyLines } from '#app/web/describe-story.server.ts'
import { Closing } from './Closing.tsx'
import { FairPlay } from './FairPlay.tsx'
import { HomeHero } from './HomeHero.tsx'
import { Gains, Questions, Steps } from './sections.tsx'
import { Sectors } from './Sectors.tsx'
import { Stories } from './Stories.tsx'

export const meta: MetaFunction = () => [
  { title: m.public_home_meta() },
  { name: 'description', content: m.public_home_description() },
]

const SHOWN = 3

export const loader = defineLoader('everyone', async ({ tx, info: { locale } }) => {
  const latest = { sector: null, size: null, province: null, page: 1, perPage: SHOWN }
  const { stories } = await listPublishedStories(tx, latest)
  const told = new Set((await storyFacets(tx)).sectors)
  return {
    stories: storyLines(stories, locale),
    sectors: sectors.map(({ code, [locale]: label }) => ({ code, label, told: told.has(code) })),
  }
})

export default function Home() {
  const { stories, sectors } = useLoaderData<typeof loader>()
  return (
    <div className="home">
      <HomeHero />
      <Gains />
      <Steps />
      <Stories stories={stories} />
      <FairPlay />
      <Sectors sectors={sectors} />
      <Questions />
      <Closing />
    </div>
  )
}
