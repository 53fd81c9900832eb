import { openPhoto } from '#app/domain/files/story-photo.server.ts'
import type { StoryId } from '#app/domain/shared/ids.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { fileAnswer } from '#app/web/files/file-answer.server.ts'

/** The photograph of a story: everybody's once the story is published. */
export const loader = defineLoader('everyone', async ({ tx, id }) =>
  fileAnswer({ type: 'jpeg', content: await openPhoto(tx, id<StoryId>('id')) }, 'foto'),
)
