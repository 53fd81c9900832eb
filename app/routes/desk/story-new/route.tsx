import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { companyName } from '#app/domain/companies/company-name.server.ts'
import { notFound } from '#app/domain/shared/errors.ts'
import { isUuid, type CompanyId } from '#app/domain/shared/ids.ts'
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

export const meta: MetaFunction = () => [{ title: `${m.stories_new()} · Passaparola` }]

/** The company that the address names: `?azienda=`. */
function companyIn(url: URL): CompanyId {
  const id = url.searchParams.get('azienda')
  return isUuid(id) ? (id as string as CompanyId) : notFound()
}

export const loader = defineLoader(['case_manager'], async ({ tx, url }) => ({
  companyId: companyIn(url),
  company: await companyName(tx, companyIn(url)),
  constraint: getZodConstraint(writeStorySchema),
  formKey: newFormKey(),
}))

export const action = defineAction(['case_manager'], async ({ tx, url, parse }) => {
  const id = await writeStory(tx, companyIn(url), parse(writeStorySchema))
  return redirectTo(`/lavoro/storie/${id}`, { flash: 'stories_written' })
})

export default function NewStory() {
  const { companyId, company, constraint, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const back = `/lavoro/aziende/${companyId}`
  const title = m.stories_desk_new({ company })
  return (
    <div className="form-page">
      <Breadcrumbs
        items={[
          { to: '/lavoro/aziende', label: m.relationship_companies() },
          { to: back, label: company },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={m.stories_desk_new_lead()} />
      <StoryAdvice />
      <StoryForm
        constraint={constraint}
        formKey={formKey}
        lastResult={answer?.result}
        submit={m.stories_save()}
        cancel={{ to: back, label: m.stories_cancel() }}
      />
    </div>
  )
}
