import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { loadStoryRow } from './load-story-row.server.ts'
import { moveStory } from './move-story.server.ts'

/** What the company says of a story that was written for it; a step back says what to change. */
export type Approval = { version: number } & (
  | { decision: 'approve' }
  | { decision: 'send_back'; note: string }
)

/** The company approves a story that the network wrote for it, or sends it back with what to change. */
export async function approveStory(tx: Tx, storyId: StoryId, approval: Approval): Promise<void> {
  const row = await loadStoryRow(tx, storyId, approval.version)
  authorise(tx, 'story.approve', row)
  if (row.state !== 'awaiting_company') throw new DomainError('conflict', 'trust_refused_not_a_move')
  if (approval.decision === 'send_back') {
    await moveStory(tx, row, 'draft', { reviewNote: approval.note })
    await audit(tx, { action: 'story.sent_back_by_company', subjectType: 'story', subjectId: storyId })
    return
  }
  await moveStory(tx, row, 'submitted')
  await audit(tx, { action: 'story.approved', subjectType: 'story', subjectId: storyId })
  await emit(tx, 'story.submitted', { storyId })
}
