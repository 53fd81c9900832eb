export type PhotoView = { alt: string; width: number; height: number; addedAt: Date | string }

/** The photograph of a story. Its size is known before it comes, so that nothing jumps; another one has another address. */
export function StoryPhoto({ storyId, photo }: { storyId: string; photo: PhotoView }) {
  return (
    <img
      className="story-photo"
      src={`/documenti/storie/${storyId}?${Number(new Date(photo.addedAt))}`}
      alt={photo.alt}
      width={photo.width}
      height={photo.height}
      loading="lazy"
    />
  )
}
