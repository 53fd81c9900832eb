import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decideGlass } from '#app/domain/glass/decide-glass.server.ts'
import { decideGlassSchema } from '#app/domain/glass/glass.schema.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { GlassTable } from '#app/ui/glass/GlassTable.tsx'
import { GlassWaiting } from '#app/ui/glass/GlassWaiting.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { requireFreshFactor } from '#app/web/fresh-factor.server.ts'
import { glassView } from '#app/web/glass/glass-view.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.glass_title()} · Passaparola` }]

export const loader = defineLoader(['admin'], async ({ tx }) => ({
  ...(await glassView(tx)),
  formKey: newFormKey(),
}))

export const action = defineAction(['admin'], (call) => {
  const { tx, form, url } = call
  return answerForm({ form, schema: decideGlassSchema, intent: 'decide' }, async (input) => {
    await requireFreshFactor(call)
    await decideGlass(tx, input)
    return redirectTo(url.pathname, { flash: `glass_${input.decision}` })
  })
})

export default function AdminGlassPage() {
  const { waiting, others, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <PageHeader title={m.glass_title()} lead={m.glass_admin_lead()} />
      <GlassWaiting waiting={waiting} formKey={formKey} lastResult={resultFor(answer, 'decide')} />
      {waiting.length + others.length === 0 ? (
        <EmptyState icon="shield" title={m.glass_none()} text={m.glass_none_text()} />
      ) : null}
      <GlassTable lines={others} />
    </div>
  )
}
