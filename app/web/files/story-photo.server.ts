import { acceptOf } from '#app/domain/files/file-kinds.ts'
import { photoOf, putPhoto, removePhoto } from '#app/domain/files/story-photo.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { StoryId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { loadStory } from '#app/domain/stories/load-story.server.ts'
import type { ActionCall, Call } from '../define.server.ts'
import { redirectTo } from '../flash.server.ts'
import { answerUpload } from './answer-upload.server.ts'

const LONGEST_ALT = 200

/** What the page of a story's photograph shows; it is changed while the story's words can be. */
export async function loadPhotoPage({ tx, id }: Call & { tx: Tx }) {
  const { id: storyId, title, editable } = await loadStory(tx, id<StoryId>('id'))
  return { storyId, title, editable, photo: await photoOf(tx, storyId), accept: acceptOf('photo') }
}

/** Keeps the photograph that was sent and what is to be seen on it, or removes the one that is there. */
export async function actOnPhoto(call: ActionCall) {
  const { actor, form, id, intent, url } = call
  const storyId = id<StoryId>('id')
  if (intent === 'remove') {
    await withActor(actor, (tx) => removePhoto(tx, storyId), { again: true })
    return redirectTo(url.pathname, { flash: 'files_removed' })
  }
  const said = form.get('alt')
  const alt = typeof said === 'string' ? said.trim().replace(/\s+/g, ' ') : ''
  return answerUpload(call, {
    kind: 'photo',
    admit: async (tx) => {
      await loadStory(tx, storyId)
      if (alt === '' || alt.length > LONGEST_ALT || /[\u0000-\u001f\u007f]/.test(alt))
        throw new DomainError('invalid', 'files_alt_missing', 'alt')
    },
    keep: (tx, file) => putPhoto(tx, storyId, { ...file, alt }),
    flash: 'files_kept',
  })
}
