import { and, eq } from 'drizzle-orm'
import { stories } from '#db/schema/stories.ts'
import { emit } from '../outbox/emit.server.ts'
import { indexStory } from '../search/keep-index.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { StoryRow } from './load-story-row.server.ts'
import { storyMove, type StoryState } from './states.ts'
import { moverOf } from './story-mover.ts'

type Change = Partial<Omit<typeof stories.$inferInsert, 'id' | 'companyId' | 'state' | 'version'>>

/**
 * Takes a story from one state to the next, where the rules let this actor.
 * @throws DomainError conflict when there is no such step from here, refused when it is somebody else's, invalid when it
 * needs a note, stale when somebody was quicker.
 */
export async function moveStory(tx: Tx, row: StoryRow, to: StoryState, change: Change = {}): Promise<void> {
  const move = storyMove(row.state, to, moverOf(tx.actor), change.reviewNote)
  if (!move.ok) {
    switch (move.why) {
      case 'not_a_move':
        throw new DomainError('conflict', 'trust_refused_not_a_move')
      case 'not_by_you':
        throw new DomainError('refused', 'trust_refused_not_by_you')
      case 'note_needed':
        throw new DomainError('invalid', 'stories_note_missing', 'note')
    }
  }
  const moved = await tx
    .update(stories)
    .set({ reviewNote: '', ...change, state: to, version: row.version + 1 })
    .where(
      and(eq(stories.id, row.id), eq(stories.companyId, row.companyId), eq(stories.version, row.version)),
    )
    .returning({ id: stories.id })
  if (moved.length === 0) throw new DomainError('stale', 'stories_changed_meanwhile')
  if (row.state === 'submitted' && to !== 'published') await emit(tx, 'story.returned', { storyId: row.id })
  await indexStory(tx, row.companyId, row.id)
}
