import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { companyShown } from './company-shown.server.ts'
import { loadStoryRow } from './load-story-row.server.ts'
import { moveStory } from './move-story.server.ts'

/**
 * Sends a story that a case manager wrote to its company, which approves it or says what to change.
 * @throws DomainError refused where the company asked not to be contacted.
 */
export async function askApproval(tx: Tx, storyId: StoryId, version: number): Promise<void> {
  const row = await loadStoryRow(tx, storyId, version)
  authorise(tx, 'story.write', row)
  if ((await companyShown(tx, row.companyId)).doNotContact) {
    throw new DomainError('refused', 'stories_company_not_contacted')
  }
  await moveStory(tx, row, 'awaiting_company')
  await audit(tx, { action: 'story.approval_asked', subjectType: 'story', subjectId: storyId })
  await emit(tx, 'story.approval_asked', { storyId })
}
