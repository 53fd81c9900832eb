import { audit } from '../audit/record.server.ts'
import type { StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { loadStoryRow } from './load-story-row.server.ts'
import { moveStory } from './move-story.server.ts'

/**
 * Takes a story back, for good: off the public site from the moment of the commit. The company may always and needs no
 * reason; a coordinator who takes one down says why.
 */
export async function withdrawStory(
  tx: Tx,
  storyId: StoryId,
  { version, note = '' }: { version: number; note?: string | undefined },
): Promise<void> {
  const row = await loadStoryRow(tx, storyId, version)
  await moveStory(tx, row, 'withdrawn', { reviewNote: note })
  await audit(tx, { action: 'story.withdrawn', subjectType: 'story', subjectId: storyId })
}
