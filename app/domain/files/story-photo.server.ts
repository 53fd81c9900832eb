import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { storyPhotos } from '#db/schema/files.ts'
import { stories } from '#db/schema/stories.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { loadStory } from '../stories/load-story.server.ts'
import type { CheckedFile } from './check-file.server.ts'

export type StoryPhoto = { alt: string; width: number; height: number; addedAt: Date }

/** What a page says of a story's photograph; null where there is none, or none for this reader. */
export async function photoOf(tx: Tx, storyId: StoryId): Promise<StoryPhoto | null> {
  const [row] = await tx
    .select({
      alt: storyPhotos.alt,
      width: storyPhotos.width,
      height: storyPhotos.height,
      addedAt: storyPhotos.addedAt,
    })
    .from(storyPhotos)
    .where(eq(storyPhotos.storyId, storyId))
  return row ?? null
}

/** Whoever may change the words of a story as it is may change its photograph. */
async function editable(tx: Tx, storyId: StoryId): Promise<void> {
  const story = await loadStory(tx, storyId)
  if (!story.editable) throw new DomainError('conflict', 'stories_not_editable')
}

/** Puts a photograph to a story, in the place of the one before. @throws DomainError not_found, conflict when it has gone on. */
export async function putPhoto(
  tx: Tx,
  storyId: StoryId,
  { alt, content, width, height }: CheckedFile & { alt: string },
): Promise<void> {
  await editable(tx, storyId)
  const addedBy = userIdOf(tx.actor)
  if (!addedBy || width === null || height === null)
    throw new DomainError('invalid', 'files_wrong_type_photo')
  const columns = { alt, content, width, height, size: content.length, addedBy, addedAt: now() }
  await tx
    .insert(storyPhotos)
    .values({ storyId, ...columns })
    .onConflictDoUpdate({ target: storyPhotos.storyId, set: columns })
  await audit(tx, { action: 'story.photo_added', subjectType: 'story', subjectId: storyId })
}

/** @throws DomainError not_found, conflict when the story has gone on. */
export async function removePhoto(tx: Tx, storyId: StoryId): Promise<void> {
  await editable(tx, storyId)
  await tx.delete(storyPhotos).where(eq(storyPhotos.storyId, storyId))
  await audit(tx, { action: 'story.photo_removed', subjectType: 'story', subjectId: storyId })
}

/** The photograph of a story that is published, or that the reader has a part in. @throws DomainError not_found. */
export async function openPhoto(tx: Tx, storyId: StoryId): Promise<Buffer> {
  const [row] = await tx
    .select({ content: storyPhotos.content, state: stories.state })
    .from(storyPhotos)
    .innerJoin(stories, eq(stories.id, storyPhotos.storyId))
    .where(eq(storyPhotos.storyId, storyId))
  if (!row) notFound()
  if (row.state !== 'published') await loadStory(tx, storyId)
  return row.content
}
