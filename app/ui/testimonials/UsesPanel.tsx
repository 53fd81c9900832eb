import type { SubmissionResult } from '@conform-to/react'
import type { TestimonialState } from '#app/domain/stories/states.ts'
import type { TestimonialScope } from '#app/domain/testimonials/scopes.ts'
import { m } from '#app/locales/generated/messages.js'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { scopeLabels } from '#app/ui/testimonials/testimonial-words.ts'
import { TestimonialTag } from '#app/ui/testimonials/TestimonialTag.tsx'
import { UseForm, type UseFormData } from '#app/ui/testimonials/UseForm.tsx'
import { UseLog, type UseLine } from '#app/ui/testimonials/UseLog.tsx'

export type UsesPanelData = {
  state: TestimonialState
  speaks: boolean
  scope: TestimonialScope
  since: string
  until: string | null
  through: string
  uses: UseLine[]
  /** Null where nothing may be noted any more. */
  form: UseFormData | null
}

type UsesPanelProps = { data: UsesPanelData; lastResult: SubmissionResult<string[]> | undefined }

/** What a company agreed to, every use of its voice, and the way to note one. */
export function UsesPanel({ data, lastResult }: UsesPanelProps) {
  const { state, speaks, scope, since, until, through, uses, form } = data
  const errors = lastResult?.error ?? {}
  const problem = errors['']?.[0]
  return (
    <div className="stack">
      {problem ? (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      ) : null}
      <DefinitionList
        items={[
          { term: m.testimonials_state(), value: <TestimonialTag state={state} speaks={speaks} /> },
          { term: m.testimonials_scope(), value: scopeLabels[scope]() },
          { term: m.testimonials_since(), value: since },
          { term: m.testimonials_until(), value: until ?? m.testimonials_validity_open() },
          { term: m.testimonials_through(), value: through || null },
        ]}
      />
      {form ? (
        <UseForm data={form} errors={errors} />
      ) : (
        <Notice tone="info">{m.testimonials_use_closed()}</Notice>
      )}
      <UseLog uses={uses} none={m.testimonials_uses_none()} />
    </div>
  )
}
