import { and, eq } from 'drizzle-orm'
import { stories } from '#db/schema/stories.ts'
import { notFound } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** A published story by the end of its address. @throws DomainError not_found for one that is not public. */
export async function readPublishedStory(tx: Tx, slug: string) {
  const [row] = await tx
    .select()
    .from(stories)
    .where(and(eq(stories.slug, slug), eq(stories.state, 'published')))
  if (!row) notFound()
  const { id, title, need, solution, result, quote, daysToFill, monthsRetained } = row
  const { companyName, sector, sizeBand, placeCode, publishedAt } = row
  return {
    ...{ id, title, need, solution, result, quote, daysToFill, monthsRetained },
    ...{ companyName, sector, sizeBand, placeCode, publishedAt },
  }
}
