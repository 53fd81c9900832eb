import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { StoryPhoto, type PhotoView } from '#app/ui/files/StoryPhoto.tsx'

type PhotoCardProps = {
  base: '/azienda/storie' | '/lavoro/storie'
  storyId: string
  photo: PhotoView | null
  editable: boolean
}

/** A story's photograph beside its words, and where to put one while they can be changed. */
export function PhotoCard({ base, storyId, photo, editable }: PhotoCardProps) {
  if (!photo && !editable) return null
  return (
    <Card as="section" title={m.files_photo_title()}>
      {photo ? (
        <StoryPhoto storyId={storyId} photo={photo} />
      ) : (
        <p className="muted">{m.files_photo_lead()}</p>
      )}
      {editable ? (
        <p>
          <Link to={`${base}/${storyId}/foto`}>{photo ? m.files_photo_change() : m.files_photo_add()}</Link>
        </p>
      ) : null}
    </Card>
  )
}
