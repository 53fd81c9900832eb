import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { loadStoryRow } from './load-story-row.server.ts'
import { moveStory } from './move-story.server.ts'

/** The company hands its own draft to the coordinators, who publish it or send it back. */
export async function submitStory(tx: Tx, storyId: StoryId, version: number): Promise<void> {
  const row = await loadStoryRow(tx, storyId, version)
  authorise(tx, 'story.approve', row)
  await moveStory(tx, row, 'submitted')
  await audit(tx, { action: 'story.submitted', subjectType: 'story', subjectId: storyId })
  await emit(tx, 'story.submitted', { storyId })
}
