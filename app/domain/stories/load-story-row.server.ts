import { and, eq, inArray } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { stories } from '#db/schema/stories.ts'
import { can } from '../access/can.ts'
import { staffRoles } from '../shared/actor.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type StoryRow = typeof stories.$inferSelect

/**
 * The row of a story that this actor writes or reviews, locked until the command ends.
 * @throws DomainError not_found for another company's and for a company's own draft, stale when it was changed since the
 * form was made.
 */
export async function loadStoryRow(tx: Tx, storyId: StoryId, version: number): Promise<StoryRow> {
  const { actor } = tx
  const own = actor.kind === 'hr' ? eq(stories.companyId, actor.companyId) : undefined
  const [row] = await tx
    .select()
    .from(stories)
    .where(and(eq(stories.id, storyId), own))
    .for('update')
  if (!row || !(await mayHandle(tx, row))) notFound()
  if (row.version !== version) throw new DomainError('stale', 'stories_changed_meanwhile')
  return row
}

/**
 * Whether a story is this actor's to read and to work on. What a company drafts by itself is its own business until it
 * hands it in; the company sees every story about itself.
 */
export async function mayHandle(tx: Tx, row: StoryRow): Promise<boolean> {
  const { actor } = tx
  if (!can(actor, 'story.write', row) && !can(actor, 'story.review')) return false
  if (actor.kind !== 'staff' || row.state !== 'draft') return true
  const [author] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, row.writtenBy), inArray(users.role, [...staffRoles])))
  return author !== undefined
}
