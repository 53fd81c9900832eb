import { and, eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { storyPhotos } from '#db/schema/files.ts'
import { stories } from '#db/schema/stories.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId, StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { mayEdit } from './editing.ts'
import { mayHandle } from './load-story-row.server.ts'
import { personHints } from './person-hints.ts'
import { storyMovesFrom, type StoryState } from './states.ts'
import { moverOf } from './story-mover.ts'

export type StoryView = {
  id: StoryId
  companyId: CompanyId
  companyName: string
  companyVerified: boolean
  state: StoryState
  slug: string | null
  title: string
  need: string
  solution: string
  result: string
  quote: string
  daysToFill: number | null
  monthsRetained: number | null
  sector: string
  sizeBand: string
  placeCode: string
  reviewNote: string
  version: number
  publishedAt: Date | null
  /** Words to read again: they may describe a person. */
  hints: string[]
  /** What the reader may do now. */
  editable: boolean
  moves: StoryState[]
}

/** One story for those who write, approve or review it. @throws DomainError not_found for everybody else. */
export async function loadStory(tx: Tx, storyId: StoryId): Promise<StoryView> {
  const { actor } = tx
  const own = actor.kind === 'hr' ? eq(stories.companyId, actor.companyId) : undefined
  const [found] = await tx
    .select({ story: stories, verification: companies.verification, alt: storyPhotos.alt })
    .from(stories)
    .innerJoin(companies, eq(companies.id, stories.companyId))
    .leftJoin(storyPhotos, eq(storyPhotos.storyId, stories.id))
    .where(and(eq(stories.id, storyId), own))
  if (!found || !(await mayHandle(tx, found.story))) notFound()
  const { writtenBy: _w, publishedBy: _p, createdAt: _c, ...story } = found.story
  const { title, need, solution, result, quote } = story
  return {
    ...story,
    companyVerified: found.verification === 'verified',
    hints: personHints([title, need, solution, result, quote, found.alt ?? '']),
    editable: mayEdit(story.state, moverOf(actor)),
    moves: storyMovesFrom(story.state, moverOf(actor)),
  }
}
