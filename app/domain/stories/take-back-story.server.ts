import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import type { StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { loadStoryRow } from './load-story-row.server.ts'
import { moveStory } from './move-story.server.ts'

/**
 * Whoever handed a story on takes it back to draft before it was answered: the company from the coordinators, a case
 * manager from the company.
 */
export async function takeBackStory(tx: Tx, storyId: StoryId, version: number): Promise<void> {
  const row = await loadStoryRow(tx, storyId, version)
  authorise(tx, 'story.write', row)
  await moveStory(tx, row, 'draft')
  await audit(tx, { action: 'story.taken_back', subjectType: 'story', subjectId: storyId })
}
