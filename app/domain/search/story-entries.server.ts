import { asc, type SQL } from 'drizzle-orm'
import { stories } from '#db/schema/stories.ts'
import { localDate } from '../calendar/rome.ts'
import { placeByCode } from '../places/places.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { sectorByCode } from '../taxonomy/sectors.ts'
import type { Entry } from './entry.ts'
import { scopesOfStory } from './scopes.ts'

type StoryRow = typeof stories.$inferSelect

function entryOf(story: StoryRow): Entry {
  const { id, companyId, companyName, placeCode, title, state, slug, sector } = story
  const labels = sectorByCode(sector)
  return {
    ...{
      id,
      kind: 'story',
      ref: id,
      scopes: scopesOfStory(state, companyId),
      companyId,
      companyName,
      placeCode,
    },
    ...{ title, titleEn: null, state, slug, day: localDate(story.publishedAt ?? story.createdAt) },
    currency: state === 'withdrawn' ? 0.6 : 1,
    fingerprint: null,
    texts: [
      { text: title, language: 'it', place: 'title' },
      { text: companyName, language: 'it', place: 'fact' },
      { text: placeByCode(placeCode)?.name ?? '', language: 'it', place: 'fact' },
      { text: labels?.it ?? '', language: 'it', place: 'body' },
      { text: labels?.en ?? '', language: 'en', place: 'body' },
      ...[story.need, story.solution, story.result, story.quote].map(
        (text) => ({ text, language: 'it', place: 'body' }) as const,
      ),
    ],
  }
}

/** The entries of the stories that fulfil a condition, derived from their rows, by id. */
export async function storyEntries(
  tx: Tx,
  where: SQL | undefined,
  most = Number.MAX_SAFE_INTEGER,
): Promise<Entry[]> {
  const rows = await tx.select().from(stories).where(where).orderBy(asc(stories.id)).limit(most)
  return rows.map(entryOf)
}
