import { like, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { stories } from '#db/schema/stories.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { recordTrustEvent } from '../trust/record-trust-event.server.ts'
import { companyShown } from './company-shown.server.ts'
import { loadStoryRow, type StoryRow } from './load-story-row.server.ts'
import { moveStory } from './move-story.server.ts'
import { freeSlug, slugOf } from './slug.ts'

/** Stories get their address one at a time: two with one title must not both find it free. Any number will do. */
const ONE_AT_A_TIME = 5_202_612

export type Review = { version: number } & ({ decision: 'publish' } | { decision: 'send_back'; note: string })

/**
 * A coordinator publishes a story that its company has submitted, with the company as it is now, or sends it back with
 * what to change. A company that is not verified has no place on the public site.
 */
export async function reviewStory(tx: Tx, storyId: StoryId, review: Review): Promise<void> {
  authorise(tx, 'story.review')
  const row = await loadStoryRow(tx, storyId, review.version)
  if (review.decision === 'publish') return publish(tx, row)
  if (row.state !== 'submitted') throw new DomainError('conflict', 'trust_refused_not_a_move')
  await moveStory(tx, row, 'draft', { reviewNote: review.note })
  await audit(tx, { action: 'story.sent_back', subjectType: 'story', subjectId: storyId })
}

async function publish(tx: Tx, row: StoryRow): Promise<void> {
  const { id: storyId, companyId } = row
  const { shown, verified } = await companyShown(tx, companyId)
  if (!verified) throw new DomainError('refused', 'stories_company_not_verified')
  const slug = await slugFor(tx, row.title)
  const publishedBy = userIdOf(tx.actor)
  await moveStory(tx, row, 'published', { ...shown, slug, publishedBy, publishedAt: now() })
  await audit(tx, { action: 'story.published', subjectType: 'story', subjectId: storyId })
  await emit(tx, 'story.published', { storyId })
  await recordTrustEvent(tx, { companyId, kind: 'story_published', causeType: 'story', causeId: storyId })
}

async function slugFor(tx: Tx, title: string): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(${ONE_AT_A_TIME})`)
  const slug = slugOf(title)
  const rows = await tx
    .select({ slug: stories.slug })
    .from(stories)
    .where(like(stories.slug, `${slug}%`))
  return freeSlug(slug, new Set(rows.flatMap((other) => other.slug ?? [])))
}
