import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Card } from '#app/ui/Card.tsx'
import { KeptFile } from '#app/ui/files/KeptFile.tsx'
import { StoryPhoto, type PhotoView } from '#app/ui/files/StoryPhoto.tsx'
import { UploadForm, type UploadProblem } from '#app/ui/files/UploadForm.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'

type PhotoPageProps = {
  base: '/azienda/storie' | '/lavoro/storie'
  stories: string
  view: { storyId: string; title: string; photo: PhotoView | null; editable: boolean; accept: string }
  problem: UploadProblem
}

/** Where a story gets its photograph, the same for the company and for the case manager who writes for it. */
export function PhotoPage({ base, stories, view, problem }: PhotoPageProps) {
  const { storyId, title, photo, editable, accept } = view
  return (
    <div className="stack narrow">
      <Breadcrumbs
        items={[
          { to: base, label: stories },
          { to: `${base}/${storyId}`, label: title },
          { label: m.files_photo_title() },
        ]}
      />
      <PageHeader eyebrow={title} title={m.files_photo_title()} lead={m.files_photo_lead()} />
      {photo ? (
        <Card as="section" title={m.files_kept_now()}>
          <StoryPhoto storyId={storyId} photo={photo} />
          {editable ? (
            <KeptFile line={photo.alt} href={`/documenti/storie/${storyId}`} what={m.files_photo_title()} />
          ) : null}
        </Card>
      ) : null}
      {editable ? (
        <UploadForm
          key={String(photo?.addedAt)}
          label={photo ? m.files_photo_replace() : m.files_photo_field()}
          hint={m.files_hint_photo()}
          accept={accept}
          problem={problem}
        >
          <Field
            name="alt"
            required
            maxLength={200}
            label={m.files_alt()}
            hint={m.files_alt_hint()}
            defaultValue={photo?.alt}
            error={problem?.field === 'alt' ? [problem.text] : undefined}
          />
        </UploadForm>
      ) : (
        <Notice tone="info">{m.files_photo_closed()}</Notice>
      )}
    </div>
  )
}
