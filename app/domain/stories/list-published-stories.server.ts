import { and, count, desc, eq, like, or } from 'drizzle-orm'
import { stories } from '#db/schema/stories.ts'
import { provinceCodes, type Province } from '../places/areas.ts'
import { placeByCode, places } from '../places/places.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** What the public list shows of a story. */
export type PublishedStory = {
  slug: string
  title: string
  result: string
  companyName: string
  sector: string
  sizeBand: string
  placeCode: string
  daysToFill: number | null
  monthsRetained: number | null
}

export type StoryFilter = {
  sector: string | null
  size: string | null
  province: Province | null
  page: number
  perPage: number
}

/** What can be chosen in the filters: only what leads to a story. */
export type StoryFacets = { sectors: string[]; sizes: string[]; provinces: Province[] }

/** ISTAT codes begin with the number of the province. */
const inProvince = (province: Province) => {
  const numbers = places.filter((place) => place.province === province).map(({ code }) => code.slice(0, 3))
  return or(...[...new Set(numbers)].map((number) => like(stories.placeCode, `${number}%`)))
}

/** The published stories, the newest first. For everybody. */
export async function listPublishedStories(
  tx: Tx,
  filter: StoryFilter,
): Promise<{ stories: PublishedStory[]; total: number }> {
  const wanted = and(
    eq(stories.state, 'published'),
    filter.sector ? eq(stories.sector, filter.sector) : undefined,
    filter.size ? eq(stories.sizeBand, filter.size) : undefined,
    filter.province ? inProvince(filter.province) : undefined,
  )
  const [counted] = await tx.select({ total: count() }).from(stories).where(wanted)
  const rows = await tx
    .select()
    .from(stories)
    .where(wanted)
    .orderBy(desc(stories.publishedAt), desc(stories.id))
    .limit(filter.perPage)
    .offset((filter.page - 1) * filter.perPage)
  return {
    total: counted?.total ?? 0,
    stories: rows.flatMap((row) => {
      const { slug, title, result, companyName, sector, sizeBand, placeCode, daysToFill, monthsRetained } =
        row
      if (!slug) return []
      return [{ slug, title, result, companyName, sector, sizeBand, placeCode, daysToFill, monthsRetained }]
    }),
  }
}

/** The sectors, sizes and provinces of the published stories. */
export async function storyFacets(tx: Tx): Promise<StoryFacets> {
  const rows = await tx
    .selectDistinct({ sector: stories.sector, size: stories.sizeBand, place: stories.placeCode })
    .from(stories)
    .where(eq(stories.state, 'published'))
  const provinces = new Set(rows.map(({ place }) => placeByCode(place)?.province))
  return {
    sectors: [...new Set(rows.map(({ sector }) => sector))],
    sizes: [...new Set(rows.map(({ size }) => size))],
    provinces: provinceCodes.filter((code) => provinces.has(code)),
  }
}
