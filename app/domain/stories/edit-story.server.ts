import { and, eq } from 'drizzle-orm'
import { stories } from '#db/schema/stories.ts'
import { audit } from '../audit/record.server.ts'
import { indexStory } from '../search/keep-index.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { StoryEdit } from './edit-story.schema.server.ts'
import { mayEdit } from './editing.ts'
import { loadStoryRow } from './load-story-row.server.ts'
import { moverOf } from './story-mover.ts'
import { valuesOf } from './write-story.server.ts'

/** Changes a story's words. @throws DomainError conflict when it has gone on, stale when somebody was quicker. */
export async function editStory(tx: Tx, storyId: StoryId, { version, ...fields }: StoryEdit): Promise<void> {
  const row = await loadStoryRow(tx, storyId, version)
  if (!mayEdit(row.state, moverOf(tx.actor))) throw new DomainError('conflict', 'stories_not_editable')
  const edited = await tx
    .update(stories)
    .set({ ...valuesOf(fields), version: version + 1 })
    .where(and(eq(stories.id, storyId), eq(stories.companyId, row.companyId), eq(stories.version, version)))
    .returning({ id: stories.id })
  if (edited.length === 0) throw new DomainError('stale', 'stories_changed_meanwhile')
  await indexStory(tx, row.companyId, storyId)
  await audit(tx, { action: 'story.edited', subjectType: 'story', subjectId: storyId })
}
