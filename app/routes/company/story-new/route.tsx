import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { writeStorySchema } from '#app/domain/stories/story-fields.schema.server.ts'
import { writeStory } from '#app/domain/stories/write-story.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { StoryAdvice } from '#app/ui/stories/StoryAdvice.tsx'
import { StoryForm } from '#app/ui/stories/StoryForm.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { hrOf } from '#app/web/hr-actor.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.stories_new()} · Passaparola` }]

export const loader = defineLoader(['hr_contact'], async () => ({
  constraint: getZodConstraint(writeStorySchema),
  formKey: newFormKey(),
}))

export const action = defineAction(['hr_contact'], async ({ tx, actor, parse }) => {
  const id = await writeStory(tx, hrOf(actor).companyId, parse(writeStorySchema))
  return redirectTo(`/azienda/storie/${id}`, { flash: 'stories_written' })
})

export default function NewStory() {
  const { constraint, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="form-page">
      <Breadcrumbs items={[{ to: '/azienda/storie', label: m.stories_mine() }, { label: m.stories_new() }]} />
      <PageHeader title={m.stories_new()} lead={m.stories_new_lead()} />
      <StoryAdvice />
      <StoryForm
        constraint={constraint}
        formKey={formKey}
        lastResult={answer?.result}
        submit={m.stories_save()}
        cancel={{ to: '/azienda/storie', label: m.stories_cancel() }}
      />
    </div>
  )
}
